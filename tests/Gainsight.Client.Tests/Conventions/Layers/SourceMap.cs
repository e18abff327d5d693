using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gainsight.Client.Tests.Conventions.Layers;

/// <summary>Resolves every name in the source of a project and finds what one folder uses of another.</summary>
internal static class SourceMap
{
    /// <summary>The name of the folder that holds the project file.</summary>
    public const string Root = ".";

    private static readonly CSharpParseOptions ParseOptions = new(
        LanguageVersion.Preview, preprocessorSymbols: ["NET", "NET8_0_OR_GREATER", "NET9_0_OR_GREATER", "NET10_0_OR_GREATER"]);

    /// <summary>Each framework compiles other branches of <c>#if</c>.</summary>
    private static readonly CSharpParseOptions[] Frameworks = [ParseOptions, ParseOptions.WithPreprocessorSymbols("NET", "NET8_0_OR_GREATER", "DEBUG")];

    /// <summary>What <c>ImplicitUsings</c> adds to a project. Without them, names of the framework are unknown, and so are members that take them.</summary>
    private static readonly string ImplicitUsings = string.Concat(
        new[]
        {
            "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks",
        }.Select(space => $"global using {space};\n"));

    // The projects themselves are left out, so that their types are found in source only.
    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("Gainsight.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Finds the references between the folders of a project.</summary>
    /// <param name="files">The path of each file, relative to the project, and its text.</param>
    /// <param name="generators">The generators of this repository that the project runs. What they generate belongs to the folder of the type that it extends.</param>
    public static IReadOnlyList<FolderReference> Resolve(IEnumerable<(string Path, string Text)> files, params IIncrementalGenerator[] generators)
    {
        var all = new List<FolderReference>();
        foreach (var framework in Frameworks)
        {
            var known = all.ToHashSet();
            all.AddRange(Resolve(files, framework, generators).Where(reference => !known.Contains(reference)));
        }

        return all;
    }

    /// <summary>The folder of a file whose path is relative to the project.</summary>
    public static string FolderOf(string file) => Path.GetDirectoryName(file) is { Length: > 0 } folder ? folder.Replace('\\', '/') : Root;

    /// <summary>Where files use one of the given types of the framework, or a type that derives from it, by whatever name or without one.</summary>
    /// <param name="types">The names of the types.</param>
    /// <param name="files">The path of each file, relative to the project, and its text.</param>
    /// <param name="isSearched">Which of the files are searched, by their paths.</param>
    /// <param name="generators">As for <c>Resolve</c>.</param>
    public static IReadOnlyList<string> UsesOf(
        IReadOnlyList<string> types, IEnumerable<(string Path, string Text)> files, Func<string, bool> isSearched, params IIncrementalGenerator[] generators)
    {
        bool IsUsed(ITypeSymbol? type)
        {
            for (var each = type; each is not null; each = each.BaseType)
            {
                if (types.Contains(each.Name))
                {
                    return true;
                }
            }

            return false;
        }

        return
        [
            .. (from framework in Frameworks
                from file in Compile(files, framework, generators)
                where isSearched(file.Tree.FilePath)
                from node in file.Tree.GetRoot().DescendantNodes()
                from type in UsedSymbols.Of(node, file.Model).Select(symbol => symbol as ITypeSymbol ?? symbol.ContainingType).Append(TypeOf(node, file.Model))
                where IsUsed(type)
                select $"{file.Tree.FilePath}:{LineOf(node)} uses {type.Name}").Distinct(),
        ];
    }

    /// <summary>The errors of a project. Those of methods that generators of the framework write are left out.</summary>
    public static IReadOnlyList<string> Unresolved(IEnumerable<(string Path, string Text)> files, params IIncrementalGenerator[] generators)
    {
        // A partial method without its other part, a delegate of one, and a type that two packages of the tests have.
        string[] expected = ["CS8795", "CS0762", "CS0433"];
        return
        [
            .. Frameworks.SelectMany(framework => Compile(files, framework, generators)).SelectMany(file => file.Model.GetDiagnostics())
                .Where(each => each.Severity == DiagnosticSeverity.Error && !expected.Contains(each.Id)).Select(each => each.ToString()).Distinct(),
        ];
    }

    private static IReadOnlyList<(SyntaxTree Tree, SemanticModel Model)> Compile(
        IEnumerable<(string Path, string Text)> files, CSharpParseOptions framework, IIncrementalGenerator[] generators)
    {
        List<SyntaxTree> trees = [.. files.Select(file => CSharpSyntaxTree.ParseText(file.Text, framework, file.Path))];
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
        Compilation compilation = CSharpCompilation.Create("Layers", trees.Append(CSharpSyntaxTree.ParseText(ImplicitUsings, framework)), References, options);
        if (generators.Length > 0)
        {
            CSharpGeneratorDriver.Create(generators.Select(GeneratorExtensions.AsSourceGenerator), parseOptions: framework)
                .RunGeneratorsAndUpdateCompilation(compilation, out compilation, out _);
        }

        return [.. trees.Select(tree => (tree, compilation.GetSemanticModel(tree)))];
    }

    private static IEnumerable<FolderReference> Resolve(IEnumerable<(string Path, string Text)> files, CSharpParseOptions framework, IIncrementalGenerator[] generators)
    {
        var compiled = Compile(files, framework, generators);
        var homes = new TypeHomes([.. compiled.Select(file => file.Tree)]);
        return compiled.SelectMany(file => ReferencesOf(file.Tree, file.Model, homes));
    }

    /// <summary>The type of an expression, or of what is declared without naming its type.</summary>
    private static ITypeSymbol? TypeOf(SyntaxNode node, SemanticModel model) => node switch
    {
        ExpressionSyntax expression => model.GetTypeInfo(expression).Type,
        ParameterSyntax parameter => model.GetDeclaredSymbol(parameter)?.Type,
        _ => null,
    };

    private static int LineOf(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    private static IEnumerable<FolderReference> ReferencesOf(SyntaxTree tree, SemanticModel model, TypeHomes homes)
    {
        var from = FolderOf(tree.FilePath);
        foreach (var node in tree.GetRoot().DescendantNodes())
        {
            foreach (var symbol in UsedSymbols.Of(node, model))
            {
                if (TypeOf(symbol) is { } type
                    && homes.Of(symbol, type) is { Count: > 0 } folders
                    && !folders.Contains(from))
                {
                    yield return new(from, folders[0], tree.FilePath, LineOf(node), type.Name);
                }
            }
        }
    }

    /// <summary>The outermost type that a symbol is or belongs to; null for a local, a parameter, or a namespace.</summary>
    private static INamedTypeSymbol? TypeOf(ISymbol symbol)
    {
        var type = symbol switch
        {
            INamedTypeSymbol named => named,
            // The elements of a tuple stand where the tuple is written, and belong to no type of the project.
            IFieldSymbol { ContainingType.IsTupleType: true } => null,
            IMethodSymbol or IPropertySymbol or IFieldSymbol or IEventSymbol => symbol.ContainingType,
            _ => null,
        };
        while (type?.ContainingType is { } outer)
        {
            type = outer;
        }

        return type?.OriginalDefinition;
    }
}
