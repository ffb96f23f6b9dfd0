using System.Text.Json;
using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.LinkedData.JsonSchema;

/// <summary>One validation: where it is in the document and what it found.</summary>
internal sealed class SchemaRun(bool isForeign = false)
{
    // A schema of a stranger may refer to itself without end, or try every combination of its parts.
    private const int MaxForeignSteps = 100_000;
    private const int MaxForeignDepth = 256;

    /// <summary>
    /// Most violations that are kept. Pointers repeat the names above them, so their sum can grow with the square of
    /// the document.
    /// </summary>
    public const int MaxViolations = 64;

    private readonly List<SchemaViolation> violations = [];
    private readonly List<Step> path = [];
    private int trials;
    private bool trialFailed;
    private int steps;
    private int depth;

    public IReadOnlyList<SchemaViolation> Violations => violations;

    /// <summary>Begins with one schema object.</summary>
    /// <exception cref="InvalidSchemaException">A foreign schema costs more than any honest one.</exception>
    public void Enter()
    {
        if (isForeign && (++steps > MaxForeignSteps || ++depth > MaxForeignDepth))
        {
            throw new InvalidSchemaException("", "", "The schema costs too much to apply.");
        }
    }

    /// <summary>Ends with it.</summary>
    public void Leave() => depth--;

    /// <summary>Notes that the value which is looked at fails <paramref name="keyword"/>.</summary>
    public void Report(string keyword, string message)
    {
        if (trials > 0)
        {
            trialFailed = true;
        }
        else if (violations.Count < MaxViolations)
        {
            violations.Add(new SchemaViolation(Pointer(), keyword, message));
        }
    }

    public void CheckMember(JsonProperty member, SchemaNode schema)
    {
        path.Add(new Step(member, -1));
        schema.Check(member.Value, this);
        path.RemoveAt(path.Count - 1);
    }

    public void CheckItem(JsonElement item, int index, SchemaNode schema)
    {
        path.Add(new Step(default, index));
        schema.Check(item, this);
        path.RemoveAt(path.Count - 1);
    }

    /// <summary>Whether <paramref name="instance"/> fits, without a violation if it does not.</summary>
    public bool Fits(JsonElement instance, SchemaNode schema)
    {
        var failedBefore = trialFailed;
        trialFailed = false;
        trials++;
        schema.Check(instance, this);
        trials--;
        var fits = !trialFailed;
        trialFailed = failedBefore;
        return fits;
    }

    private string Pointer()
    {
        var pointer = "";
        foreach (var step in path)
        {
            pointer = step.Index < 0 ? JsonPointer.Append(pointer, step.Member.Name) : JsonPointer.Append(pointer, step.Index);
        }

        return pointer;
    }

    private readonly record struct Step(JsonProperty Member, int Index);
}
