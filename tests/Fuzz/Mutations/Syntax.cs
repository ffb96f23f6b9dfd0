namespace Promote.Credentials.Fuzz.Mutations;

/// <summary>How documents of one kind fall into parts, and what else could stand in the place of one.</summary>
internal abstract class Syntax
{
    // Beyond this every parser has refused by the size alone.
    private const int MaxBytes = 512 * 1024;

    /// <summary>Changes a document in a few places; it may be none of its kind afterwards.</summary>
    internal byte[] Mutate(byte[] document, Dice dice)
    {
        for (var edits = dice.Small(8); edits > 0 && document.Length is > 0 and < MaxBytes; edits--)
        {
            document = dice.OneIn(6) ? ByteEdits.Edit(document, dice) : Edit(document, dice);
        }

        return document;
    }

    /// <summary>The parts of a document; empty where it is none of this kind.</summary>
    protected abstract IReadOnlyList<Part> Parts(byte[] document);

    /// <summary>Something that could stand in the place of a part.</summary>
    protected abstract byte[] Word(byte[] replaced, Dice dice);

    /// <summary>What stands between a part and its copy.</summary>
    protected virtual byte[] Between => [];

    private byte[] Edit(byte[] document, Dice dice)
    {
        if (Parts(document) is not { Count: > 0 } parts)
        {
            return ByteEdits.Edit(document, dice);
        }

        var (part, other) = (dice.Pick(parts), dice.Pick(parts));
        return dice.Below(8) switch
        {
            0 => Splice.Without(document, part),
            1 => Splice.Insert(document, part.End, [.. Between, .. part.Of(document)]),
            2 or 3 => Splice.Replace(document, part, other.Of(document)),
            4 => Swap(document, part, other),
            _ => Splice.Replace(document, part, Word(part.Of(document).ToArray(), dice)),
        };
    }

    private static byte[] Swap(byte[] document, Part one, Part other)
    {
        var (first, second) = one.Start < other.Start ? (one, other) : (other, one);
        return first.End > second.Start
            ? document
            : Splice.Replace(Splice.Replace(document, second, first.Of(document)), first, second.Of(document));
    }
}
