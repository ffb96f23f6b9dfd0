namespace Promote.Credentials.Fuzz.Targets;

/// <summary>One parser behind the door through which the service reaches it.</summary>
internal abstract class Target
{
    /// <summary>Its name on the command line.</summary>
    internal abstract string Name { get; }

    /// <summary>Sound inputs that cases are made from.</summary>
    internal abstract IReadOnlyList<byte[]> Seeds { get; }

    /// <summary>A new input.</summary>
    internal abstract byte[] Make(Dice dice);

    /// <summary>Gives an input to the parser: what is wrong with its answer, or null. An exception is wrong too.</summary>
    internal abstract string? Try(byte[] input);
}
