using System.Reflection;
using System.Text;

namespace Gainsight.Client.TestSupport;

/// <summary>Lists the public members of an assembly, one a line, in an order that does not change.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(Kind(type)).Append(' ').Append(Name(type)).Append(Bases(type)).Append('\n');
            foreach (var member in Members(type).Order(StringComparer.Ordinal))
            {
                text.Append("    ").Append(member).Append('\n');
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    private static string Kind(Type type) => type switch
    {
        { IsInterface: true } => "interface",
        { IsEnum: true } => "enum",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static string Bases(Type type)
    {
        IEnumerable<Type> bases = type.GetInterfaces().Where(contract => contract.IsVisible && type.BaseType?.GetInterfaces().Contains(contract) != true)
            .OrderBy(contract => contract.FullName, StringComparer.Ordinal);
        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(Enum))
        {
            bases = bases.Prepend(parent);
        }

        string[] names = type.IsEnum ? [] : [.. bases.Select(Name)];
        return names.Length == 0 ? string.Empty : " : " + string.Join(", ", names);
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name), null)}");
        }

        return type.GetConstructors(Declared).Where(IsVisible).Select(member => $"{Access(member)}new({Parameters(member)})")
            .Concat(type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily).Select(Text))
            .Concat(type.GetProperties(Declared).Where(property => property.GetAccessors(nonPublic: true).Any(IsVisible)).Select(Text))
            .Concat(type.GetMethods(Declared).Where(method => IsVisible(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)))
                .Select(Text));
    }

    private static string Text(FieldInfo field) =>
        $"{(field.IsStatic ? "static " : string.Empty)}{Name(field.FieldType)} {field.Name}{(field.IsLiteral ? $" = {field.GetRawConstantValue()}" : string.Empty)}";

    private static string Text(PropertyInfo property)
    {
        var any = property.GetAccessors(nonPublic: true).First(IsVisible);
        var index = property.GetIndexParameters() is { Length: > 0 } parameters ? $"[{string.Join(", ", parameters.Select(Text))}]" : string.Empty;
        var accessors = string.Join(' ', property.GetAccessors(nonPublic: true).Where(IsVisible).Select(accessor => accessor switch
        {
            _ when accessor == property.GetMethod => "get;",
            { ReturnParameter: var result } when result.GetRequiredCustomModifiers().Length > 0 => "init;",
            _ => "set;",
        }));
        return $"{Access(any)}{Name(property.PropertyType)} {property.Name}{index} {{ {accessors} }}";
    }

    private static string Text(MethodInfo method) =>
        $"{Access(method)}{Name(method.ReturnType)} {method.Name}{Generics(method.GetGenericArguments())}({Parameters(method)})";

    private static string Text(ParameterInfo parameter) =>
        $"{Name(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? " = " + (parameter.DefaultValue ?? "default") : string.Empty)}";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Text));

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Access(MethodBase method)
    {
        var access = method.IsPublic ? string.Empty : "protected ";
        return method switch
        {
            { IsStatic: true } => access + "static ",
            { DeclaringType.IsInterface: true } or { IsVirtual: false } or { IsFinal: true } => access,
            { IsAbstract: true } => access + "abstract ",
            MethodInfo info when info.GetBaseDefinition() != info => access + "override ",
            _ => access + "virtual ",
        };
    }

    private static string Generics(Type[] arguments) => arguments.Length == 0 ? string.Empty : $"<{string.Join(", ", arguments.Select(Name))}>";

    private static string Name(Type type)
    {
        if (type.IsByRef)
        {
            return "ref " + Name(type.GetElementType()!);
        }

        if (type.IsArray)
        {
            return Name(type.GetElementType()!) + "[]";
        }

        var name = type.Name.Split('`')[0];
        return (type.DeclaringType is { } outer && !type.IsGenericParameter ? Name(outer) + "." : string.Empty) + name + Generics(type.GetGenericArguments());
    }
}
