namespace Postrun.Model;

/// <summary>How a plan has what stays looked through.</summary>
/// <param name="RuleSet">The rules: <c>sha256:</c> and 64 hexadecimal digits over all that they say of themselves, and over the version that brings them.</param>
/// <param name="Rules">How many they are.</param>
/// <param name="Policy">What decides on findings.</param>
/// <param name="Key">Whose the key of pseudonyms is: <c>run</c> or <c>file</c>.</param>
public sealed record PlanRedaction(string RuleSet, int Rules, PolicyIdentity Policy, string Key);
