using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Readout.Web.Asking;

/// <summary>Where the next part of an answer begins. Opaque: it names the question that it belongs to, so that it cannot be carried to another one.</summary>
internal static class Cursor
{
    public static string Write(string question, int offset) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Mark(question)}.{offset}")));

    public static int Read(string cursor, string question, int most)
    {
        if (Base64Url.IsValid(cursor) && cursor.Length < 100)
        {
            var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split('.');
            if (parts.Length == 2 && parts[0] == Mark(question) && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var offset) && offset <= most) return offset;
        }
        throw new WrongQuestionException("cursor", "does not belong to this question; take it unchanged from 'next' of the answer before, or leave it out");
    }

    private static string Mark(string question) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(question)))[..12];
}
