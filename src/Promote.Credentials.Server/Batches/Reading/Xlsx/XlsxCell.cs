namespace Promote.Credentials.Server.Batches.Reading.Xlsx;

/// <summary>A cell that is not empty.</summary>
/// <param name="Column">Counted from 0.</param>
/// <param name="Text">What stands in it.</param>
/// <param name="Fault">Why that is not what somebody meant to stand there; null where nothing is wrong.</param>
internal readonly record struct XlsxCell(int Column, string Text, string? Fault)
{
    /// <summary>Says nothing, so that no log or message can show a person.</summary>
    public override string ToString() => "XlsxCell ***";
}
