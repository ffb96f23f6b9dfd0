using System.Text.Json;
using Promote.Credentials.Domain.Refusals;

namespace Promote.Credentials.Server.Web.Json;

/// <summary>What a converter throws for a value that it does not take; the serializer adds the path.</summary>
internal sealed class RefusedJsonException(RefusalCode code, string detail) : JsonException(detail)
{
    public RefusalCode Code { get; } = code;
}
