using System.Collections.Frozen;
using System.Xml.Linq;

namespace Promote.Credentials.Formats.Pictures.Svg;

/// <summary>The elements and attributes of SVG 1.1 and 2 that draw and do nothing else.</summary>
internal static class SvgNames
{
    internal static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    internal static readonly XNamespace XLink = "http://www.w3.org/1999/xlink";

    internal static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";

    internal static readonly XName Root = Svg + "svg";

    /// <summary>What may stand in the picture, the root aside.</summary>
    internal static readonly FrozenSet<string> Elements =
    [
        "g", "defs", "symbol", "use", "title", "desc", "style",
        "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan",
        "linearGradient", "radialGradient", "stop", "clipPath", "mask",
    ];

    /// <summary>Elements whose text counts. White space elsewhere is layout.</summary>
    internal static readonly FrozenSet<string> Texts = ["text", "tspan", "title", "desc", "style"];

    /// <summary>Attributes without a namespace that stay; others are left out.</summary>
    internal static readonly FrozenSet<string> Attributes =
    [
        "id", "class", "style", "lang", "version", "viewBox", "preserveAspectRatio", "transform",
        "x", "y", "width", "height", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy", "fr", "d", "points", "pathLength",
        "dx", "dy", "rotate", "textLength", "lengthAdjust",
        "offset", "gradientUnits", "gradientTransform", "spreadMethod", "clipPathUnits", "maskUnits", "maskContentUnits",
        "fill", "fill-opacity", "fill-rule", "stroke", "stroke-dasharray", "stroke-dashoffset", "stroke-linecap", "stroke-linejoin",
        "stroke-miterlimit", "stroke-opacity", "stroke-width", "stop-color", "stop-opacity", "color", "opacity", "clip-path", "clip-rule",
        "mask", "mask-type", "display", "visibility", "overflow", "paint-order", "vector-effect", "shape-rendering", "text-rendering",
        "color-interpolation", "font-family", "font-size", "font-stretch", "font-style", "font-variant", "font-weight", "letter-spacing",
        "word-spacing", "text-anchor", "text-decoration", "dominant-baseline", "alignment-baseline", "baseline-shift", "writing-mode", "direction",
    ];

    /// <summary>The reference of an element that uses or continues another, in the form of SVG 2 or of 1.1.</summary>
    internal static bool IsReference(XName name) => name == "href" || name == XLink + "href";
}
