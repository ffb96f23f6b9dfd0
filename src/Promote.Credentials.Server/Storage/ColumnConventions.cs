using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Promote.Credentials.Server.Storage;

/// <summary>How names and values of the row classes look in the tables, the same for every column.</summary>
internal static class ColumnConventions
{
    public static void Apply(ModelBuilder modelBuilder, bool sqlite)
    {
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(SnakeCase(property.Name));
                Convert(property, sqlite);
            }

            entity.FindPrimaryKey()!.SetName($"pk_{entity.GetTableName()}");
            foreach (var foreignKey in entity.GetForeignKeys())
            {
                foreignKey.SetConstraintName(Name("fk", entity, foreignKey.Properties));
            }

            foreach (var index in entity.GetIndexes())
            {
                index.SetDatabaseName(Name("ix", entity, index.Properties));
            }
        }
    }

    private static string Name(string kind, IMutableEntityType entity, IEnumerable<IMutableProperty> columns) =>
        $"{kind}_{entity.GetTableName()}_{string.Join('_', columns.Select(column => SnakeCase(column.Name)))}";

    private static void Convert(IMutableProperty property, bool sqlite)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (type.IsEnum)
        {
            property.SetValueConverter((ValueConverter)Activator.CreateInstance(typeof(LowerCaseEnum<>).MakeGenericType(type))!);
        }
        else if (sqlite && type == typeof(DateTimeOffset))
        {
            // SQLite has no instants: a whole number sorts and compares as an instant does.
            property.SetValueConverter(new ValueConverter<DateTimeOffset, long>(
                instant => instant.ToUnixTimeMilliseconds(), milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)));
        }
    }

    private static string SnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }

    private sealed class LowerCaseEnum<T>() : ValueConverter<T, string>(
        value => value.ToString().ToLowerInvariant(), text => Enum.Parse<T>(text, true))
        where T : struct, Enum;
}
