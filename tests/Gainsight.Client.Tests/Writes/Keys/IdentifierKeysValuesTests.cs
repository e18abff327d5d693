namespace Gainsight.Client.Tests.Writes;

/// <summary>The values of keys, as writes compare them and as queries ask for them.</summary>
public sealed class IdentifierKeysValuesTests
{
    private static readonly Field Account = new Field<string>("SfdcAccountId", DataType.SfdcId);
    private static readonly Field Mail = new Field<string>("Mail__gc", DataType.Email);

    [Fact]
    public void Numbers_and_Salesforce_ids_have_one_form()
    {
        IdentifierKeys.ValueOf(new ObjectRecord { ["Employees"] = 5.00m }, CompanyFields.Employees, WireFormat.Default).Should().Be("5");
        IdentifierKeys.ValueOf(new ObjectRecord { ["Employees"] = "five" }, CompanyFields.Employees, WireFormat.Default).Should().BeNull();
        IdentifierKeys.ValueOf(new ObjectRecord { ["SfdcAccountId"] = "001000000000abc" }, Account, WireFormat.Default).Should().Be("001000000000abcAAA");
        IdentifierKeys.ValueOf(new ObjectRecord { ["Name"] = "001000000000abc" }, CompanyFields.Name, WireFormat.Default).Should().Be("001000000000abc");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t")]
    public void A_text_of_nothing_is_no_value(string? name) =>
        IdentifierKeys.ValueOf(new ObjectRecord { ["Name"] = name }, CompanyFields.Name, WireFormat.Default).Should().BeNull();

    [Fact]
    public void Half_a_surrogate_pair_is_no_value() =>
        IdentifierKeys.ValueOf(new ObjectRecord { ["Name"] = "half \uD83D" }, CompanyFields.Name, WireFormat.Default).Should().BeNull();

    [Fact]
    public void The_values_of_all_keys_are_one_text_and_addresses_have_no_case()
    {
        IdentifierKeys keys = [CompanyFields.Name, Mail];
        ObjectRecord record = new() { ["Name"] = " Acme", ["Mail__gc"] = "Rhea@acme.test" };

        keys.ValuesOf(record, WireFormat.Default).Should().Be(" Acme\u001fRHEA@ACME.TEST");
        keys.ValuesOf(record, WireFormat.Default, folded: keys[0]).Should().Be("ACME\u001fRHEA@ACME.TEST");
        keys.ValuesOf(new ObjectRecord { ["Name"] = "Acme" }, WireFormat.Default).Should().BeNull();
        ((IdentifierKeys)CompanyFields.Name).ValuesOf(record, WireFormat.Default).Should().Be(" Acme");
    }

    [Fact]
    public void The_case_of_a_Salesforce_id_is_kept_when_spellings_are_folded()
    {
        IdentifierKeys.Fold(Account, "001b").Should().Be("001b");
        IdentifierKeys.Fold(CompanyFields.Name, " acme").Should().Be("ACME");
    }

    [Fact]
    public void A_row_without_a_key_is_refused_with_the_reason_and_the_field()
    {
        IdentifierKeys keys = [CompanyFields.Name, CompanyFields.Csm];
        Company lookup = new() { Name = "Acme" };
        lookup.SetLookup(CompanyFields.Csm, UserFields.Email, "a@acme.test");

        Told(keys, new Company { Name = "Acme", Csm = "1P" }).Should().BeNull();
        Told(keys, new Company { Csm = "1P" }).Should().Be((RecordErrorCodes.MissingKey, "Name", "The row has no value in the identifier key Name."));
        Told(keys, lookup).Should().Be(
            (RecordErrorCodes.MissingKey, "Csm", "The identifier key Csm is given as a lookup, but rows are found by its GSID. Read the GSID first and set it."));
        Told(keys, new Company { Name = "half \uD83D", Csm = "1P" }).Should().Be(
            (RecordErrorCodes.InvalidValue, "Name", "The identifier key Name has a value by which no row can be found."));
    }

    [Fact]
    public void Names_are_escaped_for_the_address_of_a_call() =>
        IdentifierKeys.Create(Field.Custom<string>("A&B__gc"), CompanyFields.Name).Names.Should().Be("A%26B__gc,Name");

    [Fact]
    public void Only_the_GSID_alone_is_the_GSID()
    {
        ((IdentifierKeys)"GSID").IsGsid.Should().BeTrue();
        ((IdentifierKeys)CompanyFields.Name).IsGsid.Should().BeFalse();
        IdentifierKeys.Create(SystemFields.Gsid, CompanyFields.Name).IsGsid.Should().BeFalse();
    }

    [Fact]
    public void Keys_that_are_no_fields_are_refused()
    {
        FluentActions.Invoking(() => (IdentifierKeys)(Field)null!).Should().Throw<ArgumentNullException>().WithParameterName("field");
        FluentActions.Invoking(() => IdentifierKeys.Create(CompanyFields.Name, null!)).Should().Throw<ArgumentNullException>().WithParameterName("fields");
    }

    [Fact]
    public void Keys_are_listed_in_their_order()
    {
        IdentifierKeys keys = [CompanyFields.Employees, CompanyFields.Name];

        (keys.Count, keys[1]).Should().Be((2, CompanyFields.Name));
        keys.Should().Equal(CompanyFields.Employees, CompanyFields.Name);
        ((System.Collections.IEnumerable)keys).Cast<Field>().Should().Equal(CompanyFields.Employees, CompanyFields.Name);
    }

    private static (string? Code, string? Field, string Message)? Told(IdentifierKeys keys, Company row) =>
        keys.Check(row, WireFormat.Default) is { } error ? (error.Code, error.Field, error.Message) : null;
}
