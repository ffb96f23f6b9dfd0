using System.Text.Json.Serialization;

namespace Promote.Credentials.Server.Web.Lists;

/// <summary>Some items of a list, and the cursor of the next ones; null at the end.</summary>
internal sealed record Page<T>(IReadOnlyList<T> Items, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Next);
