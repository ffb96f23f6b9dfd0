namespace Promote.Credentials.LinkedData.Shacl;

/// <summary>A shape and the class, by its number, whose instances are its focus nodes: <c>sh:targetClass</c> (SHACL §2.1.3.2).</summary>
internal readonly record struct TargetedShape(int Class, Shape Shape);
