using System.Globalization;
using Postrun.Model;

namespace Postrun.Actions;

/// <summary>Revokes what a system of one's own issued, by the commands of a recipe.</summary>
public sealed class CommandRecipeRevoker(ValueReader values, TimeProvider time) : IRevoker
{
    private const string Handle = "POSTRUN_HANDLE";

    private readonly TokenProof proof = new(time);
    private readonly CommandRun runs = new(time);

    public bool Takes(CredentialKind kind) => kind == CredentialKind.Command;

    public async Task<Revocation> RevokeAsync(RunCredential credential, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (credential.Recipe is not { } path)
            return Revocation.Manual("how it is revoked is not registered");
        if (RecipeFile.Read(path, credential.Kind, out var problem)?.Command is not { } recipe)
            return Revocation.Failed($"its recipe {problem}");
        if (TokenValue.Read(credential, values, static _ => true, out var value) is { } unread)
            return unread;
        return await proof.RevokeAsync(new("its issuer",
            async cut => await RunAsync(recipe.Look, recipe, credential.Handle, value, cut) switch
            {
                var (code, _) when code == recipe.Alive => new(TokenSight.Alive, Said(code)),
                var (code, _) when code == recipe.Dead => new(TokenSight.Dead, Said(code)),
                var (code, wrong) => new(TokenSight.Unclear, code is null ? $"the command that looks {wrong}" : Said(code)),
            },
            async cut => await RunAsync(recipe.Revoke, recipe, credential.Handle, value, cut) switch
            {
                (0, _) => new(TokenTaken.Done, Said(0)),
                var (code, wrong) => new(TokenTaken.Refused, code is null ? $"is not reached: the command that revokes {wrong}" : $"answers with {Said(code)}"),
            }), cancellation);
    }

    private Task<(int? Code, string Problem)> RunAsync(IReadOnlyList<string> command, CommandRecipe recipe, string? handle, string value, CancellationToken cancellation)
    {
        var variables = new List<(string, string)>();
        if (handle is not null)
            variables.Add((Handle, handle));
        if (recipe.Value is { } variable)
            variables.Add((variable.Name, value));
        return runs.RunAsync(command, variables, recipe.Value is null ? value : null, TimeSpan.FromSeconds(recipe.Seconds ?? CommandRecipe.UsualSeconds), cancellation);
    }

    private static string Said(int? code) => string.Create(CultureInfo.InvariantCulture, $"exit code {code}");
}
