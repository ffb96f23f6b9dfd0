using System.Collections;
using System.Text;

namespace Promote.Credentials.Formats.Qr;

/// <summary>Draws modules as half blocks. Light modules are drawn, dark ones left out, so that a dark terminal shows dark on light.</summary>
internal static class QrTerminal
{
    internal static string Draw(List<BitArray> rows)
    {
        var text = new StringBuilder();
        for (var y = 0; y < rows.Count; y += 2)
        {
            for (var x = 0; x < rows[y].Length; x++)
            {
                var lower = y + 1 >= rows.Count || rows[y + 1][x];
                text.Append((rows[y][x], lower) switch
                {
                    (false, false) => '█',
                    (false, true) => '▀',
                    (true, false) => '▄',
                    _ => ' ',
                });
            }

            text.Append('\n');
        }

        return text.ToString();
    }
}
