namespace Gainsight.Client;

/// <summary>Writes CTAs, which hang on a company or a relationship.</summary>
internal sealed class CtaWriteJob(ClientContext context, bool isInsert, ConfigurationStore? configuration, IdentifierKeys? verifyBy)
    : CockpitWriteJob<Cta>(context, CtaArea.Value, isInsert, configuration, verifyBy)
{
    protected override IEnumerable<Field> RequiredOf(Cta row) => EntityRules.Required(row, base.RequiredOf(row));
}
