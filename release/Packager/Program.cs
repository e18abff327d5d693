using Packager;

switch (args)
{
    case ["docs", var assembly, var documentation, var output]:
        PublicDocumentation.Write(assembly, documentation, output);
        return 0;
    case ["links", var root, var file, var address, var output]:
        AbsoluteLinks.Write(root, file, address, output);
        return 0;
    case ["notes", var changelog, var version, var address, var output]:
        ReleaseNotes.Write(changelog, version, address, output);
        return 0;
    case ["check", var root, var packages]:
        var problems = PackageCheck.Run(root, packages).ToList();
        problems.ForEach(Console.Error.WriteLine);
        return problems.Count == 0 ? 0 : 1;
    default:
        Console.Error.WriteLine("packager docs ASSEMBLY XML OUTPUT | links ROOT FILE ADDRESS OUTPUT | notes CHANGELOG VERSION ADDRESS OUTPUT | check ROOT PACKAGES");
        return 2;
}
