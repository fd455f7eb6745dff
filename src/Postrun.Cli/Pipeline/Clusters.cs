using Postrun.Actions;
using Postrun.Model;

namespace Postrun.Cli.Pipeline;

/// <summary>What a pod of Kubernetes has of the cluster that it is in. https://kubernetes.io/docs/tasks/run-application/access-api-from-pod/</summary>
internal static class Clusters
{
    private const string Folder = "/var/run/secrets/kubernetes.io/serviceaccount/";
    private const string Host = "KUBERNETES_SERVICE_HOST";
    private const string Port = "KUBERNETES_SERVICE_PORT";
    private const string Name = "HOSTNAME";

    /// <summary>Where a pod has the token of its service account.</summary>
    public static readonly ValueSource Token = new(IsFile: true, Folder + "token");

    /// <summary>The authority of the API server; <see langword="null"/> outside of a pod.</summary>
    public static string? Authority => File.Exists(Folder + "ca.crt") ? Folder + "ca.crt" : null;

    /// <summary>Of the API server; <see langword="null"/> outside of a pod.</summary>
    public static Uri? Address() => Environment.GetEnvironmentVariable(Host) is { Length: > 0 } host
        && Uri.TryCreate($"https://{(host.Contains(':') ? $"[{host}]" : host)}:{Environment.GetEnvironmentVariable(Port) ?? "443"}/", UriKind.Absolute, out var address) ? address : null;

    public static KubernetesPlace? Place() => Address() is { } address ? new(address, Token, Environment.GetEnvironmentVariable(Name)) : null;
}
