using Npgsql;

namespace Readout.Store.Data;

/// <summary>A <c>postgres://user:password@host:port/database?schema=name</c> address as connection settings.</summary>
public static class PostgresAddress
{
    /// <summary>Holds the record's tables, so that they can lie beside those of other programs.</summary>
    public const string Schema = "readout";

    public static bool Is(string address) => address.StartsWith("postgres://", StringComparison.Ordinal) || address.StartsWith("postgresql://", StringComparison.Ordinal);

    /// <summary>The address without its password, for messages.</summary>
    public static string Shown(string address) => Is(address) && Uri.TryCreate(address, UriKind.Absolute, out var uri)
        ? $"postgres://{(uri.UserInfo.Length > 0 ? uri.UserInfo.Split(':')[0] + "@" : "")}{uri.Authority}{uri.AbsolutePath}" : address;

    /// <summary>Throws <see cref="StoreException"/> when it is no address. A password that it lacks comes from PGPASSWORD or the user's .pgpass.</summary>
    public static NpgsqlConnectionStringBuilder Parse(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Host.Length == 0) throw new StoreException(Shown(address), "is no address of a database; write postgres://user@host/database");
        var user = uri.UserInfo.Split(':', 2);
        var settings = new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host,
            Port = uri.Port > 0 ? uri.Port : NpgsqlConnectionDefaultPort,
            Database = uri.AbsolutePath.Trim('/') is { Length: > 0 } name ? Uri.UnescapeDataString(name) : "readout",
            SearchPath = Schema,
            ApplicationName = "readout",
            // A write waits for its turn behind those of other workers.
            CommandTimeout = 300,
        };
        if (user[0].Length > 0) settings.Username = Uri.UnescapeDataString(user[0]);
        if (user.Length > 1) settings.Password = Uri.UnescapeDataString(user[1]);
        foreach (var (key, value) in Options(uri, address)) Set(settings, key, value, address);
        return settings;
    }

    private const int NpgsqlConnectionDefaultPort = 5432;

    private static IEnumerable<(string Key, string Value)> Options(Uri uri, string address) =>
        uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(o => o.Split('=', 2) is [var key, var value]
            ? (Uri.UnescapeDataString(key), Uri.UnescapeDataString(value)) : throw new StoreException(Shown(address), $"has the option '{o}' without a value"));

    private static void Set(NpgsqlConnectionStringBuilder settings, string key, string value, string address)
    {
        if (key == "schema" && (value.Length == 0 || !value.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_')))
            throw new StoreException(Shown(address), $"names the schema '{value}'; use small letters, digits and underscores");
        try
        {
            settings[key switch { "schema" => "Search Path", "sslmode" => "SSL Mode", _ => key }] = value;
        }
        catch (Exception problem) when (problem is ArgumentException or KeyNotFoundException or NotSupportedException)
        {
            throw new StoreException(Shown(address), $"has an option that is not known or wrong: '{key}={value}'");
        }
    }
}
