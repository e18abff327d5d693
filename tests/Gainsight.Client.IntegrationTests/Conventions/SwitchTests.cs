using System.Reflection;
using Gainsight.Client.Emulator;
using Gainsight.Client.TestSupport;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Gainsight.Client.IntegrationTests.Conventions;

/// <summary>A switch of the emulator represents undocumented behaviour of Gainsight. The tests show what the library does for each of its values.</summary>
public sealed class SwitchTests
{
    private static readonly PropertyInfo[] Switches = typeof(EmulatorSwitches).GetProperties(BindingFlags.Public | BindingFlags.Instance);

    private static readonly SyntaxNode[] Tests = [.. ApprovedFile.ReadAll("tests/Gainsight.Client.IntegrationTests", "*.cs").Select(text => CSharpSyntaxTree.ParseText(text).GetRoot())];

    [Fact]
    public void Every_switch_is_set_in_a_test()
    {
        var thrown = Tests.SelectMany(test => test.DescendantNodes().OfType<AssignmentExpressionSyntax>())
            .SelectMany(assignment => assignment.Left is TupleExpressionSyntax tuple ? tuple.Arguments.Select(argument => argument.Expression) : [assignment.Left])
            .OfType<MemberAccessExpressionSyntax>()
            .Where(member => member.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Switches" })
            .Select(member => member.Name.Identifier.ValueText);

        Switches.Select(each => each.Name).Except(thrown).Should().BeEmpty("each must be set in an integration test");
    }

    [Fact]
    public void Every_named_position_except_the_default_is_used_in_a_test()
    {
        var defaults = new EmulatorSwitches();
        string[] positions = [.. Switches.Where(each => each.PropertyType.IsEnum).SelectMany(each =>
            Enum.GetValues(each.PropertyType).Cast<object>().Where(value => !value.Equals(each.GetValue(defaults))).Select(value => $"{each.PropertyType.Name}.{value}")).Distinct()];

        string[] all = [.. Tests.SelectMany(test => test.DescendantNodes().OfType<GenericNameSyntax>())
            .Where(name => name.Identifier.ValueText == nameof(Enum.GetValues)).Select(name => $"{name.TypeArgumentList.Arguments[0]}.")];
        string[] named = [.. Tests.SelectMany(test => test.DescendantNodes().OfType<MemberAccessExpressionSyntax>()).Select(member => member.ToString()).Distinct()];

        positions.Should().HaveCountGreaterThan(Switches.Length / 2);
        positions.Except(named).Where(position => !Array.Exists(all, position.StartsWith)).Should().BeEmpty("each must be set in an integration test");
    }
}
