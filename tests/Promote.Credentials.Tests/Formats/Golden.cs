namespace Promote.Credentials.Tests.Formats;

/// <summary>Documents in <c>tests/golden</c>. <c>UPDATE_GOLDEN=1</c> writes what the code makes; the diff is then read by a person.</summary>
internal static class Golden
{
    private static readonly bool Update = Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";

    public static byte[] Read(string path) => File.ReadAllBytes(PathOf(path));

    public static void Equal(string path, ReadOnlySpan<byte> actual)
    {
        if (Update)
        {
            File.WriteAllBytes(PathOf(path), actual.ToArray());
        }

        Assert.Equal(System.Text.Encoding.UTF8.GetString(Read(path)), System.Text.Encoding.UTF8.GetString(actual));
    }

    private static string PathOf(string path) => Path.Combine(Repository.Root, "tests", "golden", path);
}
