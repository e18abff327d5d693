using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Gainsight.Client.Aspire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting;

/// <summary>Adds the emulator of a Gainsight tenant to an app host.</summary>
public static class GainsightEmulatorResourceBuilderExtensions
{
    /// <summary>Adds the emulator of a Gainsight tenant. <c>WithReference</c> hands its address and key to a project as a connection string.</summary>
    /// <param name="builder">The builder of the app host.</param>
    /// <param name="name">The name of the resource and of the connection string, such as <c>gainsight</c>.</param>
    /// <param name="port">The port that other resources use. Default: null, for a free port.</param>
    /// <param name="command">The tool: a name on the PATH, or a path. Default: <c>gainsight-emulator</c>.</param>
    /// <returns>The builder of the resource.</returns>
    /// <remarks>
    /// <para>
    /// The emulator is the tool of the package <c>Gainsight.Client.Emulator.Server</c>; it needs no container. If it is not installed, the resource fails to
    /// start and says how to install it. The tenant is in memory: each start begins anew. <c>WithArgs</c> passes further arguments, such as <c>--switch</c>.
    /// </para>
    /// <para>The resource is for development. It is left out when the app host is published.</para>
    /// </remarks>
    /// <exception cref="DistributedApplicationException">The app host already has a resource of that name.</exception>
    public static IResourceBuilder<GainsightEmulatorResource> AddGainsightEmulator(
        this IDistributedApplicationBuilder builder, [ResourceName] string name, int? port = null, string command = EmulatorTool.Name)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(command);
        if (builder.Resources.FirstOrDefault(resource => resource.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } taken)
        {
            throw new DistributedApplicationException(
                $"The app host has a resource '{taken.Name}' already. Give the emulator another name: it is also the name of its connection string. Each emulator is a tenant of its own; to use one tenant in several projects, pass the same emulator to WithReference.");
        }

        GainsightEmulatorResource emulator = new(name, command, builder.AppHostDirectory);
        var check = $"{name}_answers";
        _ = builder.Services.AddHealthChecks().Add(new HealthCheckRegistration(check, new EmulatorCheck(emulator), failureStatus: null, tags: null));
        return builder.AddResource(emulator)
            .WithHttpEndpoint(port: port, name: GainsightEmulatorResource.EndpointName)
            .WithArgs(context =>
            {
                context.Args.Add("--port");
                context.Args.Add(emulator.PrimaryEndpoint.Property(EndpointProperty.TargetPort));
                context.Args.Add("--access-key");
                context.Args.Add(emulator.AccessKey);
            })
            .WithHealthCheck(check)
            .OnBeforeResourceStarted((resource, _, _) => EmulatorTool.IsInstalled(resource.Command, resource.WorkingDirectory)
                ? Task.CompletedTask
                : Task.FromException(new DistributedApplicationException(EmulatorTool.NotInstalled(resource.Command))))
            .ExcludeFromManifest();
    }

    /// <summary>Loads a seed file into the tenant: objects, fields, picklists, users and rows.</summary>
    /// <param name="builder">The builder of the emulator.</param>
    /// <param name="path">The path of the JSON file, relative to the directory of the app host. The resource does not start if the file is missing or has an error, and says so in its log.</param>
    /// <returns>The same builder.</returns>
    public static IResourceBuilder<GainsightEmulatorResource> WithSeed(this IResourceBuilder<GainsightEmulatorResource> builder, string path)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(path);
        var file = Path.GetFullPath(path, builder.ApplicationBuilder.AppHostDirectory);
        return builder.WithArgs("--seed", file).OnBeforeResourceStarted((_, _, _) => File.Exists(file)
            ? Task.CompletedTask
            : Task.FromException(new DistributedApplicationException(
                $"The seed file '{file}' was not found. Create it, or correct the path that WithSeed gets: a path is relative to the directory of the app host.")));
    }

    /// <summary>Sets a limit of the tenant.</summary>
    /// <param name="builder">The builder of the emulator.</param>
    /// <param name="name">The name of the limit, such as <c>CallsPerMinute</c>. The emulator's documentation lists all limits.</param>
    /// <param name="value">The limit.</param>
    /// <returns>The same builder.</returns>
    public static IResourceBuilder<GainsightEmulatorResource> WithLimit(this IResourceBuilder<GainsightEmulatorResource> builder, string name, int value)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(name);
        return builder.WithArgs("--limit", string.Create(CultureInfo.InvariantCulture, $"{name}={value}"));
    }

    /// <summary>Adds a fault to the tenant, such as a failure of the server or a connection that is cut after a write.</summary>
    /// <param name="builder">The builder of the emulator.</param>
    /// <param name="fault">
    /// The kind of the fault and its properties, such as <c>CutAfterCommit,Operation=record.insert,Probability=0.05</c>. The emulator's documentation lists
    /// all kinds and properties.
    /// </param>
    /// <returns>The same builder.</returns>
    public static IResourceBuilder<GainsightEmulatorResource> WithFault(this IResourceBuilder<GainsightEmulatorResource> builder, string fault)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(fault);
        return builder.WithArgs("--fault", fault);
    }
}
