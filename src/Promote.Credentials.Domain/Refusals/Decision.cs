using System.Diagnostics.CodeAnalysis;

namespace Promote.Credentials.Domain.Refusals;

/// <summary>Either what was asked for, or every reason why not.</summary>
/// <typeparam name="T">What was asked for.</typeparam>
public sealed record Decision<T> where T : class
{
    private Decision(T? value, IReadOnlyList<Refusal> refusals) => (Value, Refusals) = (value, refusals);

    /// <summary>What was asked for, when nothing stood against it.</summary>
    public T? Value { get; }

    /// <summary>All reasons against it, in the order of the request; empty when there is a value.</summary>
    public IReadOnlyList<Refusal> Refusals { get; }

    /// <summary>Whether the request was granted.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool Granted => Value is not null;

    /// <summary>Grants the request.</summary>
    public static implicit operator Decision<T>(T value) => new(value, []);

    /// <summary>Refuses the request for one reason.</summary>
    public static implicit operator Decision<T>(Refusal refusal) => new(null, [refusal]);

    /// <summary>Refuses the request for several reasons.</summary>
    public static implicit operator Decision<T>(List<Refusal> refusals) => new(null, refusals);
}
