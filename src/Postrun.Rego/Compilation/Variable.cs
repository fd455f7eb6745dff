namespace Postrun.Rego;

/// <summary>A variable of a rule, and the place in the frame where its value stands.</summary>
internal sealed class Variable(string name, int slot)
{
    public string Name => name;

    public int Slot => slot;

    /// <summary>Made by the compiler for a part of a larger expression.</summary>
    public bool IsGenerated => name.Length == 0;

    /// <summary>Nobody wrote it.</summary>
    public bool IsHidden => IsGenerated || name[0] == QueryCapture.Mark;

    public bool IsWildcard => name == "_";

    public override string ToString() => name;
}
