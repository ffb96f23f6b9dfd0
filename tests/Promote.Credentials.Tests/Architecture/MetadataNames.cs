using System.Reflection.Metadata;

namespace Promote.Credentials.Tests.Architecture;

/// <summary>Full names of types in metadata. A nested type counts as the type around it: closures, async methods and records of a slice do.</summary>
internal static class MetadataNames
{
    public static string Of(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        TypeDefinition type = metadata.GetTypeDefinition(handle);
        return type.IsNested ? Of(metadata, type.GetDeclaringType()) : Join(metadata, type.Namespace, type.Name);
    }

    public static string Of(MetadataReader metadata, TypeReferenceHandle handle)
    {
        TypeReference type = metadata.GetTypeReference(handle);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? Of(metadata, (TypeReferenceHandle)type.ResolutionScope)
            : Join(metadata, type.Namespace, type.Name);
    }

    private static string Join(MetadataReader metadata, StringHandle space, StringHandle name) =>
        space.IsNil ? metadata.GetString(name) : $"{metadata.GetString(space)}.{metadata.GetString(name)}";
}
