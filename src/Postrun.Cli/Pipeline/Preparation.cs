using System.Collections.Immutable;
using System.Text;
using Postrun.Actions;
using Postrun.Cli.Output;
using Postrun.Linux;
using Postrun.Model;
using Postrun.Planning;

namespace Postrun.Cli.Pipeline;

/// <summary>A descriptor that was read, and what it lets us change on this machine.</summary>
internal sealed record Preparation
{
    public required RunDescriptor Descriptor { get; init; }

    public required DeclaredPolicy Policy { get; init; }

    public required IReadOnlyList<PlanRootRequest> Roots { get; init; }

    /// <summary>Caches that were asked for and may not be touched.</summary>
    public required IReadOnlyList<LeftItem> Refused { get; init; }

    public required ImmutableArray<UnixPath> Homes { get; init; }

    /// <summary>With what is looked through what stays; <see langword="null"/>: it is not.</summary>
    public required RedactionTools? Redaction { get; init; }

    private const int MaxDescriptorLength = 1 << 20;

    /// <exception cref="CommandException">the descriptor is wrong, or names what may not be a root</exception>
    public static Preparation Load(string config)
    {
        var variables = Machine.Variables();
        var users = Machine.Users(variables);
        var descriptor = ReadDescriptor(config, variables);
        var homes = users.Select(static user => user.Home).ToImmutableArray();
        var caches = FindCaches(descriptor, users, variables);
        var roots = WorkspaceRoots(descriptor.Workspace).ToList();
        var refused = new List<LeftItem>(caches.Refused);
        foreach (var root in roots)
            if (RootRules.Refusal(root.Path, homes, descriptor.EvidenceDirectory) is { } refusal)
                throw CommandException.Usage($"{config}: workspace root {root.Path} {refusal}");
            else if (RealPath.Of(Encoding.UTF8.GetBytes(Path.GetFullPath(config))) is { } file && new UnixPath(file).IsWithin(root.Path))
                throw CommandException.Usage($"{config}: lies in the workspace root {root.Path}, which is about to be cleaned; move it out");
        RequireApart(CredentialStage.Register(descriptor.Credentials), roots, descriptor.EvidenceDirectory);
        foreach (var cache in caches.Found)
            if (RootRules.Refusal(cache.Path, homes, descriptor.EvidenceDirectory) is { } refusal)
                refused.Add(new() { Path = cache.Path, Reason = LeftReason.Other, Detail = refusal });
            else if (roots.Exists(root => root.Path.IsWithin(cache.Path)))
                refused.Add(new() { Path = cache.Path, Reason = LeftReason.Other, Detail = "holds a workspace root; move one of them" });
            // A cache inside a workspace is workspace: there the descriptor's patterns speak.
            else if (!roots.Exists(root => cache.Path.IsWithin(root.Path)))
                roots.Add(new() { Path = cache.Path, Origin = RootOrigin.Cache, Cache = cache.Name, User = cache.User });
        var policy = Policies.Read(config, descriptor, [.. roots.Select(static root => root.Path)]);
        return new() { Descriptor = descriptor, Policy = policy, Roots = roots, Refused = refused, Homes = homes, Redaction = Redactions.Load(config, descriptor, policy) };
    }

    /// <summary>What revokes the credentials of the run.</summary>
    public CredentialStage Credentials(CleanupBudget budget, TimeProvider time) => new(Descriptor.Credentials, Policy, Descriptor.Run.Id, budget, time);

    /// <summary>Looks at the roots as they are now.</summary>
    /// <inheritdoc cref="Planner.Create" path="/exception"/>
    public Plan Plan(TimeProvider time, CancellationToken cancellation, WorkProgress? progress = null)
    {
        var policy = Policy.For(time.GetUtcNow(), time, cancellation);
        using var connection = policy as IDisposable;
        return new Planner(Descriptor, policy, time, progress, Redactions.Of(Descriptor, Redaction)).Create(Roots, Refused, cancellation);
    }

    /// <summary>Looks at the roots for the sake of one item.</summary>
    /// <returns><see langword="null"/> where the item is not met.</returns>
    public SeenItem? Watch(UnixPath path, DateTimeOffset now, TimeProvider time, CancellationToken cancellation, out PolicyIdentity policy)
    {
        var decides = Policy.For(now, time, cancellation);
        using var connection = decides as IDisposable;
        var watched = new WatchedItem(Redactions.Of(Descriptor, Redaction) is null ? decides : new PlacedPolicy(decides), path);
        policy = new Planner(Descriptor, watched, time).Create(Roots, Refused, cancellation).Policy;
        return watched.Seen;
    }

    /// <summary>The register must survive the clean-up, and be free to be locked while the evidence directory is.</summary>
    private static void RequireApart(string? register, IEnumerable<PlanRootRequest> roots, UnixPath evidenceDirectory)
    {
        if (register is null || RealPath.Of(Encoding.UTF8.GetBytes(Path.GetFullPath(register))) is not { } real)
            return;
        if (roots.FirstOrDefault(root => new UnixPath(real).IsWithin(root.Path)) is { } held)
            throw CommandException.Usage($"register {register}: lies in the workspace root {held.Path}, which is about to be cleaned; move it out");
        if (new UnixPath(real).Parent == evidenceDirectory)
            throw CommandException.Usage($"register {register}: lies in the evidence directory, which is locked while it is cleaned; move it to a directory of its own");
    }

    private static RunDescriptor ReadDescriptor(string config, IReadOnlyDictionary<string, string> variables)
    {
        var yaml = OperatorFile.Read(config, MaxDescriptorLength, config, "'postrun init' writes a descriptor; --config names another");
        var directory = Path.GetDirectoryName(Path.GetFullPath(config)) ?? "/";
        var result = DescriptorReader.Read(
            yaml, config, new(RealPath.Of(Encoding.UTF8.GetBytes(directory)) ?? "/"u8.ToArray()), variables,
            CacheCatalogue.Names);
        return result.Descriptor ?? throw CommandException.Usage(
            // One by one: what is cut off a key in one error must not take the others along.
            string.Join('\n', result.Errors.Select(static error => Secrets.Hide(error.ToString()))));
    }

    private static CacheFindings FindCaches(RunDescriptor descriptor, ImmutableArray<UserAccount> users, IReadOnlyDictionary<string, string> variables)
    {
        var problems = CacheFinder.Check(descriptor.Caches, users);
        return problems.IsEmpty
            ? CacheFinder.Find(descriptor.Caches, users, variables, new CacheProbe())
            : throw CommandException.Usage(string.Join('\n', problems));
    }

    /// <summary>The declared roots, and the mount points within them as roots of their own.</summary>
    private static IEnumerable<PlanRootRequest> WorkspaceRoots(Workspace workspace)
    {
        foreach (var root in workspace.Roots)
        {
            yield return Request(root, UnixPath.Empty);
            foreach (var mount in workspace.Mounts)
                if (mount != root && mount.IsWithin(root))
                    yield return Request(mount, new(mount.Bytes[(root.Bytes.Length + 1)..]));

            PlanRootRequest Request(UnixPath path, UnixPath prefix) => new()
            {
                Path = path,
                Origin = RootOrigin.Workspace,
                Prefix = prefix,
                Package = workspace.Package is { } package && package.IsWithin(root)
                    ? new(package == root ? [] : package.Bytes[(root.Bytes.Length + 1)..])
                    : null,
            };
        }
    }
}
