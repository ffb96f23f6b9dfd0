using QRCoder;

namespace Promote.Credentials.Formats.Qr;

/// <summary>QR codes of a text at error level Q (a quarter may be lost) with the quiet zone of four modules that ISO/IEC 18004 asks for.</summary>
public static class QrCode
{
    private const int PixelsPerModule = 8;

    /// <summary>A PNG, black on white, eight pixels a module.</summary>
    public static byte[] Png(string text)
    {
        using var data = Encode(text);
        using var code = new PngByteQRCode(data);
        return code.GetGraphic(PixelsPerModule);
    }

    /// <summary>A standalone SVG without script, style or outside reference; one unit of its view box is one module.</summary>
    public static string Svg(string text)
    {
        using var data = Encode(text);
        return QrSvg.Draw(data.ModuleMatrix);
    }

    /// <summary>Lines of half blocks for a terminal with a dark background, two modules a character.</summary>
    public static string Terminal(string text)
    {
        using var data = Encode(text);
        return QrTerminal.Draw(data.ModuleMatrix);
    }

    private static QRCodeData Encode(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        return QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.Q);
    }
}
