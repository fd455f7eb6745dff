using System.Diagnostics;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Postrun.Actions.Tests;

/// <summary>node-oidc-provider, a certified issuer, on this machine: https://github.com/panva/node-oidc-provider.</summary>
public sealed class OidcProvider : IAsyncLifetime
{
    /// <summary>With what a form has to encode, and a header.</summary>
    public const string Secret = "a+b/c%2B d:e&f=~!";

    private static readonly string Source = Path.Combine(AppContext.BaseDirectory, "OidcProvider");

    private readonly HttpClient http = new();
    private Process? server;

    /// <summary>Its address where it introspects, and where it does not.</summary>
    public Uri Introspecting { get; private set; } = null!;

    public Uri Silent { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var start = new ProcessStartInfo("node", [Path.Combine(await InstalledAsync(), "server.mjs")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["CLIENT_SECRET"] = Secret },
        };
        server = Process.Start(start)!;
        var errors = server.StandardError.ReadToEndAsync();
        var line = await server.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException(await errors);
        using var addresses = JsonDocument.Parse(line);
        Introspecting = new(addresses.RootElement.GetProperty("introspecting").GetString()!);
        Silent = new(addresses.RootElement.GetProperty("silent").GetString()!);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        if (server is null)
            return;
        server.StandardInput.Close();
        await server.WaitForExitAsync();
        server.Dispose();
    }

    /// <summary>Lets a client fetch an access token of its own.</summary>
    public static async Task<string> TokenAsync(Uri issuer, bool jwt = false)
    {
        using var http = new HttpClient();
        var fields = new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = "post-run", ["client_secret"] = Secret };
        if (jwt)
            fields.Add("resource", "urn:models");
        using var response = await http.PostAsync(new Uri(issuer, "/token"), new FormUrlEncodedContent(fields));
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
    }

    /// <summary>A token as a person's consent would lead to.</summary>
    public Task<string> IssuedAsync(Uri issuer, string kind, string client) =>
        http.GetStringAsync(new Uri(issuer, $"/issued?kind={kind}&client={Uri.EscapeDataString(client)}"));

    /// <summary>Whether an introspection of its own, past all that is tested, calls the token active.</summary>
    public async Task<bool> IsActiveAsync(string token)
    {
        var fields = new Dictionary<string, string> { ["token"] = token, ["client_id"] = "post-run", ["client_secret"] = Secret };
        using var response = await http.PostAsync(new Uri(Introspecting, "/token/introspection"), new FormUrlEncodedContent(fields));
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("active").GetBoolean();
    }

    /// <summary>Installs it once for each lock file; where two do so at the same time, one of them wins.</summary>
    private static async Task<string> InstalledAsync()
    {
        var files = new[] { "package.json", "package-lock.json", "server.mjs" };
        var content = files.SelectMany(file => File.ReadAllBytes(Path.Combine(Source, file))).ToArray();
        var place = Path.Combine(Path.GetTempPath(), $"postrun-oidc-provider-{Environment.UserName}-{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}");
        if (Directory.Exists(place))
            return place;
        var making = Directory.CreateDirectory($"{place}.{Guid.NewGuid():N}").FullName;
        foreach (var file in files)
            File.Copy(Path.Combine(Source, file), Path.Combine(making, file));
        var start = new ProcessStartInfo("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]) { WorkingDirectory = making, RedirectStandardOutput = true, RedirectStandardError = true };
        using var npm = Process.Start(start)!;
        var said = new StringBuilder().Append(await npm.StandardError.ReadToEndAsync()).Append(await npm.StandardOutput.ReadToEndAsync());
        await npm.WaitForExitAsync();
        if (npm.ExitCode != 0)
            throw new InvalidOperationException($"npm ci: {said}");
        try
        {
            Directory.Move(making, place);
        }
        catch (IOException) when (Directory.Exists(place))
        {
            Directory.Delete(making, recursive: true);
        }
        return place;
    }
}
