using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

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
            BinaryExpressionSyntax or PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax or AssignmentExpressionSyntax
                or ElementAccessExpressionSyntax or BaseObjectCreationExpressionSyntax or ConstructorInitializerSyntax => [model.GetSymbolInfo(node).Symbol],
            _ => Enumerable.Empty<ISymbol?>(),
        };
        return node is ExpressionSyntax expression ? used.Append(model.GetConversion(expression).MethodSymbol) : used;
    }

    private static IEnumerable<ISymbol?> OfLoop(CommonForEachStatementSyntax loop, SemanticModel model)
    {
        var info = model.GetForEachStatementInfo(loop);
        return [info.GetEnumeratorMethod, info.CurrentProperty, .. loop is ForEachVariableStatementSyntax variables ? Methods(model.GetDeconstructionInfo(variables)) : []];
    }

    private static IEnumerable<ISymbol?> Methods(DeconstructionInfo info) => info.Nested.SelectMany(Methods).Prepend(info.Method);
}
