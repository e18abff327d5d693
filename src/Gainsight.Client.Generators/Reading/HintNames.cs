using Microsoft.CodeAnalysis;

namespace Gainsight.Client.Generators;

/// <summary>Names the generated files.</summary>
internal static class HintNames
{
    /// <summary>The name of the type with its namespace. File names do not tell upper from lower case, so a type whose name differs from another one only there gets a number.</summary>
    public static string Of(INamedTypeSymbol type)
    {
        var name = (type.ContainingNamespace.IsGlobalNamespace ? type.Name : type.ContainingNamespace.ToDisplayString() + "." + type.Name).Replace("@", "");
        return HasTwin(type) ? $"{name}-{Hash(name):x8}" : name;
    }

    private static bool HasTwin(ISymbol symbol)
    {
        for (var each = symbol; each.ContainingNamespace is { } space; each = space)
        {
            if (space.GetMembers().Any(member => member.Name != each.Name && string.Equals(member.Name, each.Name, StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>FNV-1a, as the hash codes of .NET differ from run to run.</summary>
    private static uint Hash(string text)
    {
        var hash = 2166136261;
        foreach (var character in text)
        {
            hash = unchecked((hash ^ character) * 16777619);
        }

        return hash;
    }
}
