using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Server.Storage;

namespace Promote.Credentials.Server.Web.Json;

/// <summary>How the JSON of the API is read and written.</summary>
internal static class ApiJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            RespectNullableAnnotations = true,
            AllowDuplicateProperties = false,
            MaxDepth = StrictJson.MaxDepth,
            // Text in any script stays readable; what HTML gives a meaning stays escaped.
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { MemberNames.Shorten } },
            Converters =
            {
                new LanguageMapConverter(),
                new InstantConverter(),
                new DateConverter(),
                new LinkConverter(),
                new CreditsConverter(),
                new ValidityConverter(),
                new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
            },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
