namespace Promote.Credentials.Server.Batches.Reading.Xlsx;

/// <summary>What the number in a cell stands for, by the format of the cell.</summary>
internal enum NumberKind
{
    /// <summary>A number.</summary>
    Plain,

    /// <summary>A hundredth part of what is shown and was typed.</summary>
    Percent,

    /// <summary>The days since the end of the year 1899.</summary>
    Date,
}
