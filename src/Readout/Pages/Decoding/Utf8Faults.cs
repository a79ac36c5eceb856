using System.Buffers;
using System.Text;

namespace Readout.Pages.Decoding;

internal static class Utf8Faults
{
    /// <summary>Counts the byte runs that are no valid UTF-8, and the sound sequences of several bytes.</summary>
    public static (int Faults, int Sound) Count(ReadOnlySpan<byte> bytes)
    {
        var (faults, sound) = (0, 0);
        while (!bytes.IsEmpty)
        {
            var ascii = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (ascii < 0) break;
            bytes = bytes[ascii..];
            if (Rune.DecodeFromUtf8(bytes, out _, out var length) == OperationStatus.Done) sound++;
            else faults++;
            bytes = bytes[Math.Max(1, length)..];
        }
        return (faults, sound);
    }
}
