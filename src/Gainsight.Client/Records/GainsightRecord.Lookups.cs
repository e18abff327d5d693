namespace Gainsight.Client;

/// <content>Lookups, resolved by Gainsight while it writes.</content>
public abstract partial class GainsightRecord
{
    /// <summary>Has Gainsight find the row that the field is to point to. Takes the place of the field's value, and of an earlier lookup of it.</summary>
    /// <remarks>The wire form is the <c>lookups</c> block (Gainsight Timeline API documentation; used alike by the record APIs, from the Company API documentation).</remarks>
    /// <param name="field">The lookup field of this record, such as <see cref="CompanyFields.Csm"/>.</param>
    /// <param name="lookup">How the row is found.</param>
    /// <exception cref="ArgumentException">The field is read-only or a dot path.</exception>
    public void SetLookup(LookupField field, Lookup lookup)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(lookup);
        if (field.IsReadOnly || field.IsPath)
        {
            throw new ArgumentException($"The field '{field.Name}' cannot be written, so it cannot have a lookup.", nameof(field));
        }

        ChangesForWriting().SetLookup(field, lookup);
    }

    /// <summary>Has Gainsight find the row that the field is to point to by one field of it, refusing the record when none or several match.</summary>
    /// <param name="field">The lookup field of this record, such as <see cref="CompanyFields.Csm"/>.</param>
    /// <param name="by">The field of the row to find, such as <see cref="UserFields.Email"/>.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> is empty, or <paramref name="field"/> is read-only or a dot path.</exception>
    public void SetLookup(LookupField field, Field<string> by, string value) => SetLookup(field, Lookup.By(by, value));
}
