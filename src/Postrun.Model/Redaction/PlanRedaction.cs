namespace Postrun.Model;

/// <summary>How a plan has what stays looked through.</summary>
/// <param name="RuleSet">The version of the rules: 16 hexadecimal digits over what each of them is.</param>
/// <param name="Rules">How many they are.</param>
/// <param name="Policy">What decides on findings.</param>
/// <param name="Key">Whose the key of pseudonyms is: <c>run</c> or <c>file</c>.</param>
public sealed record PlanRedaction(string RuleSet, int Rules, PolicyIdentity Policy, string Key);
