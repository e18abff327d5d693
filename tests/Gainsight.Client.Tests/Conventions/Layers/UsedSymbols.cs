using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Gainsight.Client.Tests.Conventions.Layers;

/// <summary>Tells what a piece of code uses: the symbols that it names, and those that the compiler uses without a name.</summary>
internal static class UsedSymbols
{
    /// <summary>The definitions that a node itself uses, its children left out.</summary>
    public static IEnumerable<ISymbol> Of(SyntaxNode node, SemanticModel model) => node switch
    {
        SimpleNameSyntax name => Named(name, model),
        _ => Unnamed(node, model).OfType<ISymbol>().Select(symbol => symbol.OriginalDefinition),
    };

    /// <summary>A name can stand for several methods, as in <c>nameof</c>. An alias, or <c>var</c>, stands for a type with its arguments.</summary>
    private static IEnumerable<ISymbol> Named(SimpleNameSyntax name, SemanticModel model)
    {
        var info = model.GetSymbolInfo(name);
        return (info.Symbol is { } symbol ? [symbol] : info.CandidateSymbols.AsEnumerable())
            .SelectMany(each => each is INamedTypeSymbol type ? Parts(type) : each is IArrayTypeSymbol array ? Parts(array) : [each.OriginalDefinition]);
    }

    private static IEnumerable<ISymbol> Parts(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => Parts(array.ElementType),
        INamedTypeSymbol { IsDefinition: false } named => named.TypeArguments.SelectMany(Parts).Prepend(named.OriginalDefinition),
        _ => [type],
    };

    private static IEnumerable<ISymbol?> Unnamed(SyntaxNode node, SemanticModel model)
    {
        var used = node switch
        {
            CommonForEachStatementSyntax loop => OfLoop(loop, model),
            AwaitExpressionSyntax wait => [model.GetAwaitExpressionInfo(wait).GetAwaiterMethod],
            AssignmentExpressionSyntax { Left: TupleExpressionSyntax or DeclarationExpressionSyntax } assignment => Methods(model.GetDeconstructionInfo(assignment)),
            InitializerExpressionSyntax list when list.IsKind(SyntaxKind.CollectionInitializerExpression) => list.Expressions.Select(each => model.GetCollectionInitializerSymbolInfo(each).Symbol),
            QueryClauseSyntax clause => [model.GetQueryClauseInfo(clause).OperationInfo.Symbol, model.GetQueryClauseInfo(clause).CastInfo.Symbol],
            SelectOrGroupClauseSyntax or OrderingSyntax => [model.GetSymbolInfo(node).Symbol],
            CollectionExpressionSyntax list => Extensions(list, model.GetTypeInfo(list).ConvertedType, nameof(List<>.Add), model),
            SpreadElementSyntax spread => Extensions(spread, model.GetTypeInfo(spread.Expression).Type, nameof(IEnumerable<>.GetEnumerator), model),
            RecursivePatternSyntax or VarPatternSyntax or ParenthesizedVariableDesignationSyntax => [(model.GetOperation(node) as IRecursivePatternOperation)?.DeconstructSymbol],
            IfStatementSyntax or WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or ConditionalExpressionSyntax => Conditions(node, model),
            BinaryExpressionSyntax or PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax or AssignmentExpressionSyntax or CastExpressionSyntax
                or ElementAccessExpressionSyntax or ElementBindingExpressionSyntax or ImplicitElementAccessSyntax or BaseObjectCreationExpressionSyntax
                or ConstructorInitializerSyntax => [model.GetSymbolInfo(node).Symbol],
            _ => Enumerable.Empty<ISymbol?>(),
        };
        return node is ExpressionSyntax expression ? used.Append(model.GetConversion(expression).MethodSymbol) : used;
    }

    private static IEnumerable<ISymbol?> OfLoop(CommonForEachStatementSyntax loop, SemanticModel model)
    {
        var info = model.GetForEachStatementInfo(loop);
        return [info.GetEnumeratorMethod, info.CurrentProperty, info.CurrentConversion.MethodSymbol, info.ElementConversion.MethodSymbol, .. loop is ForEachVariableStatementSyntax variables ? Methods(model.GetDeconstructionInfo(variables)) : []];
    }

    /// <summary>The extension methods of a name that the compiler finds for a type without one of its own.</summary>
    private static IEnumerable<ISymbol?> Extensions(SyntaxNode node, ITypeSymbol? type, string name, SemanticModel model)
    {
        if (type is null or IArrayTypeSymbol)
        {
            return [];
        }

        var found = model.LookupSymbols(node.SpanStart, type, name, includeReducedExtensionMethods: true).OfType<IMethodSymbol>().ToList();
        return found.TrueForAll(method => method.ReducedFrom is not null) ? found.Select(method => method.ReducedFrom) : [];
    }

    /// <summary>The operators <c>true</c> of conditions that are no <c>bool</c>.</summary>
    private static IEnumerable<ISymbol?> Conditions(SyntaxNode node, SemanticModel model) =>
        model.GetOperation(node)?.ChildOperations.OfType<IUnaryOperation>().Select(operation => operation.OperatorMethod) ?? [];

    private static IEnumerable<ISymbol?> Methods(DeconstructionInfo info) => info.Nested.SelectMany(Methods).Prepend(info.Method);
}
