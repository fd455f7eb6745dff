namespace Postrun.Fuzz;

/// <summary>Whole policies of the grammar. That they compile, and evaluate alike in other ways, is part of the case.</summary>
internal static class PolicyTarget
{
    public static void Run(FuzzCase fuzzed)
    {
        var generated = PolicyGrammar.Make(fuzzed.Random);
        fuzzed.Text = generated.Write();
        var difference = new Equivalence(generated, fuzzed.SmallLimits, fuzzed.Cancellation).Difference(fuzzed.Random);
        if (difference is not null)
            throw new InvalidOperationException(difference);
    }
}
