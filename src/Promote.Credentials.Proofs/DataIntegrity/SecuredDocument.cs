using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.LinkedData.JsonLd;
using Promote.Credentials.LinkedData.Rdfc;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Proofs.DataIntegrity;

/// <summary>A document with its proofs, taken apart again into what each proof signed.</summary>
internal sealed class SecuredDocument(JsonElement root)
{
    private static readonly JsonWriterOptions Options = new() { SkipValidation = true };

    /// <summary>The canonical form without any proof: the same for every proof of a set, so each form is computed once.</summary>
    private readonly Dictionary<Form, ReadOnlyMemory<byte>> _plain = [];

    /// <summary>Why there is no canonical form. Proofs within do not mend that, so it is found out once and not for each of them.</summary>
    private readonly Dictionary<Form, Exception> _refused = [];

    public JsonElement Context { get; } = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("@context", out JsonElement context) ? context : default;

    /// <summary>A document whose form without its proofs was made before, of the very bytes that stand in it.</summary>
    public static SecuredDocument Of(JsonElement root, Cryptosuite suite, KeyAlgorithm algorithm, ReadOnlyMemory<byte> canonical)
    {
        var document = new SecuredDocument(root);
        document._plain[new Form(suite.Transformation, Cryptosuite.HashOf(algorithm))] = canonical;
        return document;
    }

    /// <summary>Transformation: the document without its proofs, but with those that the proof follows (Data Integrity 1.0 §4.5).</summary>
    public ReadOnlyMemory<byte> Canonical(Cryptosuite suite, KeyAlgorithm algorithm, JsonElement signedContext, IReadOnlyList<Proof> previous)
    {
        var form = new Form(suite.Transformation, Cryptosuite.HashOf(algorithm));
        bool plain = previous.Count == 0 && (signedContext.ValueKind == JsonValueKind.Undefined || JsonElement.DeepEquals(signedContext, Context));
        if (plain && _plain.TryGetValue(form, out ReadOnlyMemory<byte> known))
        {
            return known;
        }
        if (_refused.TryGetValue(form, out Exception? refused))
        {
            throw refused;
        }
        byte[] canonical = Transform(form, WithoutProof(signedContext, previous));
        if (plain)
        {
            _plain[form] = canonical;
        }
        return canonical;
    }

    private byte[] Transform(Form form, byte[] utf8)
    {
        try
        {
            using JsonDocument unsecured = StrictJson.Parse(utf8);
            return form.Transformation.Canonicalize(unsecured.RootElement, form.Hash);
        }
        catch (Exception exception) when (exception is JsonLdException or RdfcBudgetException)
        {
            _refused[form] = exception;
            throw;
        }
    }

    /// <summary>Proof configuration: the proof without its value, read with this context.</summary>
    public static byte[] CanonicalConfiguration(Cryptosuite suite, KeyAlgorithm algorithm, JsonElement proof, JsonElement context)
    {
        using JsonDocument configuration = StrictJson.Parse(Rewrite(proof, "proofValue", context, []));
        return suite.CanonicalConfiguration(configuration.RootElement, algorithm);
    }

    private byte[] WithoutProof(JsonElement context, IReadOnlyList<Proof> previous) => Rewrite(root, "proof", context, previous);

    /// <summary>A copy of an object without one member, with this context, and with a list of proofs unless it is empty.</summary>
    private static byte[] Rewrite(JsonElement source, string without, JsonElement context, IReadOnlyList<Proof> proofs)
    {
        var output = new ArrayBufferWriter<byte>(JsonMarshal.GetRawUtf8Value(source).Length);
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            WriteRaw(json, "@context", context);
            foreach (JsonProperty member in source.EnumerateObject())
            {
                if (!member.NameEquals(without) && !member.NameEquals("@context"u8))
                {
                    WriteRaw(json, member.Name, member.Value);
                }
            }
            if (proofs.Count > 0)
            {
                json.WriteStartArray("proof"u8);
                foreach (Proof proof in proofs)
                {
                    json.WriteRawValue(JsonMarshal.GetRawUtf8Value(proof.Json), skipInputValidation: true);
                }
                json.WriteEndArray();
            }
            json.WriteEndObject();
        }
        return output.WrittenSpan.ToArray();
    }

    private static void WriteRaw(Utf8JsonWriter json, string name, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Undefined)
        {
            json.WritePropertyName(name);
            json.WriteRawValue(JsonMarshal.GetRawUtf8Value(value), skipInputValidation: true);
        }
    }

    /// <summary>Suites of one transformation and hash have one canonical form.</summary>
    private readonly record struct Form(Transformation Transformation, HashAlgorithmName Hash);
}
