using System.Text.Json;

namespace Promote.Credentials.LinkedData.JsonLd.Contexts;

/// <summary>Reads <c>@container</c> (JSON-LD 1.1 API §4.2.2 step 19.1).</summary>
internal static class ContainerReader
{
    public static Containers Read(JsonElement value, Place place)
    {
        var containers = Containers.None;
        int count = 0;
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
            {
                containers |= ReadOne(item, place);
                count++;
            }
        }
        else
        {
            containers = ReadOne(value, place);
            count = 1;
        }

        return IsAllowed(containers) && int.PopCount((int)containers) == count
            ? containers
            : throw place.Error(JsonLdErrorCode.InvalidContainerMapping, "These containers do not go together.");
    }

    private static Containers ReadOne(JsonElement value, Place place) =>
        (value.ValueKind == JsonValueKind.String ? value.GetString() : null) switch
        {
            Keyword.Graph => Containers.Graph,
            Keyword.Id => Containers.Id,
            Keyword.Index => Containers.Index,
            Keyword.Language => Containers.Language,
            Keyword.List => Containers.List,
            Keyword.Set => Containers.Set,
            Keyword.Type => Containers.Type,
            _ => throw place.Error(JsonLdErrorCode.InvalidContainerMapping, "There is no such container."),
        };

    private static bool IsAllowed(Containers containers) => (containers & ~Containers.Set) switch
    {
        Containers.None => containers == Containers.Set,
        Containers.List => containers == Containers.List,
        Containers.Graph or Containers.Id or Containers.Index or Containers.Language or Containers.Type => true,
        (Containers.Graph | Containers.Id) or (Containers.Graph | Containers.Index) => true,
        _ => false,
    };
}
