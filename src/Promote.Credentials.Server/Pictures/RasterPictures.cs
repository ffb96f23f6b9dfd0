using System.Security.Cryptography;
using Microsoft.Extensions.Caching.Memory;
using Promote.Credentials.Formats.Pictures;

namespace Promote.Credentials.Server.Pictures;

/// <summary>PNGs of SVGs. Drawing one takes a tenth of a second of a core, so what was drawn is kept for a while and one is drawn at a time.</summary>
internal sealed class RasterPictures : IDisposable
{
    private const int Side = 600;
    private const long MaxCachedBytes = 32L * 1024 * 1024;

    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = MaxCachedBytes });
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>The picture as PNG, its longer side 600 pixels; null where it is an SVG that is not drawn here.</summary>
    public async Task<Picture?> PngOfAsync(Picture picture, CancellationToken cancellationToken)
    {
        if (picture.MediaType == Picture.Png)
        {
            return picture;
        }

        if (!Librsvg.IsAvailable)
        {
            return null;
        }

        var digest = Convert.ToHexString(SHA256.HashData(picture.Bytes.Span));
        if (cache.TryGetValue(digest, out Picture? known))
        {
            return known;
        }

        await turn.WaitAsync(cancellationToken);
        try
        {
            return cache.TryGetValue(digest, out known) ? known : Keep(digest, Draw(picture));
        }
        catch (InvalidPictureException)
        {
            // An uploaded SVG that draws in browsers and not in librsvg is still served as what it is.
            return null;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose()
    {
        cache.Dispose();
        turn.Dispose();
    }

    private static Picture Draw(Picture picture)
    {
        var scale = (double)Side / Math.Max(picture.Width, picture.Height);
        var width = Math.Max(1, (int)(picture.Width * scale));
        var height = Math.Max(1, (int)(picture.Height * scale));
        return new(Picture.Png, Librsvg.RenderPng(picture.Bytes.Span, width, height), width, height);
    }

    private Picture Keep(string digest, Picture drawn) =>
        cache.Set(digest, drawn, new MemoryCacheEntryOptions { Size = drawn.Bytes.Length, SlidingExpiration = Kept });
}
