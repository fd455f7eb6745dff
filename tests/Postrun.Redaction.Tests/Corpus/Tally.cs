namespace Postrun.Redaction.Tests.Corpus;

/// <summary>Counts what was planted and what was found.</summary>
internal sealed class Tally
{
    private int _planted;
    private int _covered;
    private int _right;
    private int _wrong;

    /// <summary>The share of what was planted that was found.</summary>
    internal double Recall => _planted == 0 ? 1 : (double)_covered / _planted;

    /// <summary>The share of findings that are of something planted.</summary>
    internal double Precision => _right + _wrong == 0 ? 1 : (double)_right / (_right + _wrong);

    internal void CountPlanted(bool found)
    {
        _planted++;
        _covered += found ? 1 : 0;
    }

    internal void CountFinding(bool right)
    {
        _right += right ? 1 : 0;
        _wrong += right ? 0 : 1;
    }

    public override string ToString() =>
        FormattableString.Invariant($"recall {Recall:0.0000} ({_covered} of {_planted}), precision {Precision:0.0000} ({_right} of {_right + _wrong})");
}
