namespace Gainsight.Client;

/// <summary>Finds errors of a person before a call is sent.</summary>
internal static class PersonCheck
{
    public static RecordError? Check(Person? person, WireFormat format)
    {
        if (person is null)
        {
            return new(RecordErrorCodes.NullRow, "The row is null.");
        }

        var email = PersonFields.Email.Name;
        if (!person.TryGetText(email, format, out var text) || string.IsNullOrWhiteSpace(text))
        {
            return new(RecordErrorCodes.MissingKey, "The row has no e-mail address. It identifies a person.", email);
        }

        if (IdentifierKeys.ValueOf(person, PersonFields.Email, format) is null || !ValueRules.IsEmail(text))
        {
            return new(RecordErrorCodes.InvalidValue, "The e-mail address is not valid. Give the bare address, such as ines@brightwater.example.", email, text);
        }

        return LookupResolver.Check(person) ?? CheckLinks(person);
    }

    private static RecordError? CheckLinks(Person person)
    {
        foreach (var links in person.Links)
        {
            foreach (var link in links.Rows)
            {
                if (link is null)
                {
                    return new(RecordErrorCodes.InvalidValue, $"One of the person's {links.Name} is null.", links.Name);
                }

                var isLookup = link.Lookups.Any(set => set.Field.IsNamed(links.Target.Name) && set.Lookup.NoMatch == LookupNoMatch.Error);
                if (!isLookup && string.IsNullOrWhiteSpace(link.Get(links.Target)))
                {
                    return new(
                        RecordErrorCodes.MissingRequiredField,
                        $"One of the person's {links.Name} has no target. Set {links.Target}, or a lookup of it that refuses the record when nothing is found.",
                        links.Target.Name);
                }

                if (LookupResolver.Check(link) is { } error)
                {
                    return error;
                }
            }
        }

        return null;
    }
}
