using Gainsight.Client.Emulator;

namespace Gainsight.Client.IntegrationTests.Users;

public sealed class UserPreviewTests
{
    [Fact]
    public async Task A_preview_matches_what_the_upsert_then_does()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        await gainsight.Users.InsertAsync(TenantUsers.Many(2));
        User[] rows = [TenantUsers.One(0), TenantUsers.One(1), TenantUsers.One(2), TenantUsers.One(3)];
        rows[1].Title = "Lead";
        rows[3].Unset(UserFields.SfdcUserName);

        var preview = await gainsight.Users.PreviewUpsertAsync(rows, UserFields.Email);
        var before = tenant.Calls(EmulatorOperations.UserCreate) + tenant.Calls(EmulatorOperations.UserUpdate);
        var report = await gainsight.Users.UpsertAsync(rows, UserFields.Email, new WriteOptions { SkipUnchanged = true });

        before.Should().Be(1, "a preview writes nothing");
        preview.Rows.Select(row => row.Status).Should().Equal(
            PreviewStatus.Unchanged, PreviewStatus.WouldUpdate, PreviewStatus.WouldInsert, PreviewStatus.WouldFail);
        preview.Rows[1].Changes.Should().ContainSingle().Which.Should().Match<FieldChange>(change => change.Field.Name == "Title" && Equals(change.After, "Lead"));
        preview.Rows[3].Errors.Should().ContainSingle().Which.Field.Should().Be("SFDCUserName");
        report.Rows.Select(row => row.Status).Should().Equal(RowStatus.Unchanged, RowStatus.Updated, RowStatus.Inserted, RowStatus.Failed);
    }

    [Fact]
    public async Task The_preview_of_an_insert_reports_the_later_row_with_a_duplicate_user_name_as_failed()
    {
        await using var tenant = await Tenant.StartAsync();

        var preview = await tenant.CreateClient().Users.PreviewInsertAsync([TenantUsers.One(1), TenantUsers.One(1), TenantUsers.One(2)]);

        preview.Rows.Select(row => row.Status).Should().Equal(PreviewStatus.WouldInsert, PreviewStatus.WouldFail, PreviewStatus.WouldInsert);
        preview.Rows[1].Errors.Should().ContainSingle().Which.Code.Should().Be(RecordErrorCodes.AlreadyExists);
        tenant.Users().Count.Should().Be(5);
    }

    [Fact]
    public async Task An_update_is_previewed_by_the_keys_that_updates_accept()
    {
        await using var tenant = await Tenant.StartAsync();
        var gainsight = tenant.CreateClient();
        await gainsight.Users.InsertAsync(TenantUsers.Many(1));
        User[] rows = [new() { SfdcUserName = TenantUsers.Name(0), Title = "Lead" }, new() { SfdcUserName = TenantUsers.Name(9), Title = "Lead" }];

        var preview = await gainsight.Users.PreviewUpdateAsync(rows, UserFields.SfdcUserName);

        preview.Rows.Select(row => row.Status).Should().Equal(PreviewStatus.WouldUpdate, PreviewStatus.WouldFail);
        tenant.Calls(EmulatorOperations.UserUpdate).Should().Be(0);
        await gainsight.Awaiting(client => client.Users.PreviewUpdateAsync(rows, UserFields.Email)).Should().ThrowAsync<ArgumentException>();
    }

    [Fact]
    public async Task An_invalid_new_user_fails_before_its_call_with_and_without_preflight()
    {
        await using var tenant = await Tenant.StartAsync();
        var user = TenantUsers.One(1);
        user.Unset(UserFields.SfdcUserName);

        var report = await tenant.CreateClient().Users.UpsertAsync([user], UserFields.Email, new WriteOptions { Preflight = true });

        report.Failed.Should().ContainSingle().Which.Errors.Should().Contain(error => error.Field == "SFDCUserName");
        tenant.Calls(EmulatorOperations.UserCreate).Should().Be(0);
    }
}
