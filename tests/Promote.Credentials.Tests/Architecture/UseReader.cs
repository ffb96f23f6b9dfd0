using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Promote.Credentials.Tests.Architecture;

/// <summary>Finds every use in an assembly: what types derive from, hold and take, and what their methods name.</summary>
internal sealed class UseReader(PEReader file, MetadataReader metadata)
{
    public IEnumerable<Use> ReadAll() => metadata.TypeDefinitions.SelectMany(ReadType);

    private IEnumerable<Use> ReadType(TypeDefinitionHandle handle)
    {
        TypeDefinition type = metadata.GetTypeDefinition(handle);
        string from = MetadataNames.Of(metadata, handle);
        IEnumerable<(string To, string? Member)> named =
        [
            .. Named(type.BaseType),
            .. type.GetInterfaceImplementations().SelectMany(item => Named(metadata.GetInterfaceImplementation(item).Interface)),
            .. type.GetFields().SelectMany(field => Types(metadata.GetFieldDefinition(field).DecodeSignature(SignatureTypes.Instance, null))),
            .. type.GetCustomAttributes().SelectMany(attribute => Named(metadata.GetCustomAttribute(attribute).Constructor)),
            .. type.GetMethods().SelectMany(method => InMethod(metadata.GetMethodDefinition(method))),
        ];
        return named.Where(use => use.To != from).Select(use => new Use(from, use.To, use.Member));
    }

    private IEnumerable<(string To, string? Member)> InMethod(MethodDefinition method)
    {
        IEnumerable<(string, string?)> signature = Types(SignatureTypes.Of(method.DecodeSignature(SignatureTypes.Instance, null)));
        IEnumerable<(string, string?)> attributes = method.GetCustomAttributes().SelectMany(attribute => Named(metadata.GetCustomAttribute(attribute).Constructor));
        IEnumerable<(string, string?)> code = method.RelativeVirtualAddress == 0 ? [] : InBody(file.GetMethodBody(method.RelativeVirtualAddress));
        return [.. signature, .. attributes, .. code];
    }

    private IEnumerable<(string To, string? Member)> InBody(MethodBodyBlock body)
    {
        IEnumerable<(string, string?)> locals = body.LocalSignature.IsNil
            ? []
            : metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(SignatureTypes.Instance, null).SelectMany(Types);
        return [.. locals, .. IlTokens.In(body).SelectMany(Named)];
    }

    /// <summary>What a token stands for: types alone, or a member of a type.</summary>
    private IEnumerable<(string To, string? Member)> Named(EntityHandle handle)
    {
        if (handle.IsNil)
        {
            return [];
        }
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                return [(MetadataNames.Of(metadata, (TypeDefinitionHandle)handle), null)];
            case HandleKind.TypeReference:
                return [(MetadataNames.Of(metadata, (TypeReferenceHandle)handle), null)];
            case HandleKind.TypeSpecification:
                return Types(metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(SignatureTypes.Instance, null));
            case HandleKind.MethodDefinition:
                MethodDefinition method = metadata.GetMethodDefinition((MethodDefinitionHandle)handle);
                return [(MetadataNames.Of(metadata, method.GetDeclaringType()), metadata.GetString(method.Name))];
            case HandleKind.FieldDefinition:
                FieldDefinition field = metadata.GetFieldDefinition((FieldDefinitionHandle)handle);
                return [(MetadataNames.Of(metadata, field.GetDeclaringType()), metadata.GetString(field.Name))];
            case HandleKind.MemberReference:
                MemberReference member = metadata.GetMemberReference((MemberReferenceHandle)handle);
                // In List<Key>.Add the member is List's: generic arguments follow their type and are named for themselves.
                return Named(member.Parent).Select((parent, index) => (parent.To, index == 0 ? metadata.GetString(member.Name) : null));
            case HandleKind.MethodSpecification:
                MethodSpecification generic = metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                return [.. Named(generic.Method), .. generic.DecodeSignature(SignatureTypes.Instance, null).SelectMany(Types)];
            default:
                return [];
        }
    }

    private static IEnumerable<(string To, string? Member)> Types(IEnumerable<string> names) => names.Select(name => (name, (string?)null));

    private static IEnumerable<(string To, string? Member)> Types(System.Collections.Immutable.ImmutableArray<string> names) => Types(names.AsEnumerable());
}
