using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Promote.Credentials.Server.Storage.Bulk;

/// <summary>Very many rows of one table, as the model describes it, in one command.</summary>
internal static class PostgresRows
{
    public static async Task CopyAsync(NpgsqlConnection connection, IEntityType type, IReadOnlyList<EntityEntry> rows, CancellationToken cancellationToken)
    {
        var columns = type.GetProperties().Where(property => !(property.IsPrimaryKey() && SaveInBulk.HasGivenKey(type))).ToArray();
        var types = Array.ConvertAll(columns, property => property.GetColumnType());
        await using var importer = await connection.BeginBinaryImportAsync(
            $"COPY {type.GetTableName()} ({string.Join(", ", columns.Select(NameOf))}) FROM STDIN (FORMAT BINARY)", cancellationToken);
        foreach (var row in rows)
        {
            await importer.StartRowAsync(cancellationToken);
            for (var i = 0; i < columns.Length; i++)
            {
                await (Stored(columns[i], row.CurrentValues[columns[i]]) is { } value ? importer.WriteAsync(value, types[i], cancellationToken) : importer.WriteNullAsync(cancellationToken));
            }
        }

        await importer.CompleteAsync(cancellationToken);
    }

    /// <exception cref="DbUpdateConcurrencyException">One of them is not any more what it was when it was read.</exception>
    public static async Task UpdateAsync(NpgsqlConnection connection, IEntityType type, IReadOnlyList<IProperty> changed, IReadOnlyList<EntityEntry> rows, CancellationToken cancellationToken)
    {
        var known = type.FindPrimaryKey()!.Properties.Union(type.GetProperties().Where(property => property.IsConcurrencyToken)).ToArray();
        await using var command = connection.CreateCommand();
        foreach (var property in known)
        {
            Add(command, property, [.. rows.Select(row => row.OriginalValues[property])]);
        }

        foreach (var property in changed)
        {
            Add(command, property, [.. rows.Select(row => row.CurrentValues[property])]);
        }

        var given = string.Join(", ", Enumerable.Range(0, command.Parameters.Count).Select(i => $"c{i}"));
        command.CommandText =
            $"""
            UPDATE {type.GetTableName()} AS t SET {string.Join(", ", changed.Select((property, i) => $"{NameOf(property)} = v.c{known.Length + i}"))}
            FROM unnest({string.Join(", ", Enumerable.Range(1, command.Parameters.Count).Select(i => $"${i}"))}) AS v ({given})
            WHERE {string.Join(" AND ", known.Select((property, i) => property.IsNullable ? $"t.{NameOf(property)} IS NOT DISTINCT FROM v.c{i}" : $"t.{NameOf(property)} = v.c{i}"))}
            """;
        if (await command.ExecuteNonQueryAsync(cancellationToken) != rows.Count)
        {
            throw new DbUpdateConcurrencyException("One of many rows was changed by somebody else.");
        }
    }

    private static void Add(NpgsqlCommand command, IProperty property, object?[] values)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        var stored = property.GetTypeMapping().Converter?.ProviderClrType ?? type;
        var array = Array.CreateInstance(stored.IsValueType ? typeof(Nullable<>).MakeGenericType(stored) : stored, values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            array.SetValue(Stored(property, values[i]), i);
        }

        command.Parameters.Add(new NpgsqlParameter { Value = array, DataTypeName = $"{property.GetColumnType()}[]" });
    }

    private static object? Stored(IProperty property, object? value) => value is not null && property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value) : value;

    private static string NameOf(IProperty property) => property.GetColumnName();
}
