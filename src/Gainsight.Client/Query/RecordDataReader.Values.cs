using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Gainsight.Client;

/// <content>Columns and values.</content>
internal sealed partial class RecordDataReader<T>
{
    public override string GetName(int ordinal) => _columns[ordinal].Name;

    public override int GetOrdinal(string name)
    {
        ArgumentNullException.ThrowIfNull(name);

        // As ADO.NET asks for: first as it is spelled, then in any case.
        var ordinal = Array.FindIndex(_columns, column => string.Equals(column.Name, name, StringComparison.Ordinal));
        ordinal = ordinal >= 0 ? ordinal : Array.FindIndex(_columns, column => string.Equals(column.Name, name, StringComparison.OrdinalIgnoreCase));
        return ordinal >= 0
            ? ordinal
            : throw new ArgumentOutOfRangeException(nameof(name), $"The reader has no column {name}. Its columns are {string.Join(", ", _columns.Select(column => column.Name))}.");
    }

    public override string GetDataTypeName(int ordinal) => _columns[ordinal].DataType.Name ?? DataType.String.Name;

    [return: DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields | DynamicallyAccessedMemberTypes.PublicProperties)]
    public override Type GetFieldType(int ordinal) => _columns[ordinal].Type;

    [UnconditionalSuppressMessage("ReflectionAnalysis", "IL2111", Justification = "The column of types is only filled and read. Nobody looks at the members of System.Type through it.")]
    public override DataTable GetSchemaTable()
    {
        var table = new DataTable("SchemaTable") { Locale = CultureInfo.InvariantCulture };
        table.Columns.Add(SchemaTableColumn.ColumnName, typeof(string));
        table.Columns.Add(SchemaTableColumn.ColumnOrdinal, typeof(int));
        table.Columns.Add(SchemaTableColumn.ColumnSize, typeof(int));
        table.Columns.Add(SchemaTableColumn.DataType, typeof(Type));
        table.Columns.Add(SchemaTableColumn.ProviderType, typeof(string));
        table.Columns.Add("DataTypeName", typeof(string));
        table.Columns.Add(SchemaTableColumn.AllowDBNull, typeof(bool));
        table.Columns.Add(SchemaTableColumn.IsLong, typeof(bool));
        for (var i = 0; i < _columns.Length; i++)
        {
            // The lengths that a tenant describes are limits of writes. A target table that enforces them could refuse rows.
            var type = GetDataTypeName(i);
            table.Rows.Add(_columns[i].Name, i, -1, _columns[i].Type, type, type, true, false);
        }

        return table;
    }

    public override bool IsDBNull(int ordinal) => GetValue(ordinal) is DBNull;

    public override object GetValue(int ordinal) => _columns[ordinal].ValueOf(Row);

    public override int GetValues(object[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var count = Math.Min(values.Length, _columns.Length);
        for (var i = 0; i < count; i++)
        {
            values[i] = GetValue(i);
        }

        return count;
    }

    public override TValue GetFieldValue<TValue>(int ordinal)
    {
        var value = GetValue(ordinal);
        if (value is TValue given)
        {
            return given;
        }

        var nullable = Nullable.GetUnderlyingType(typeof(TValue));
        if (value is DBNull && nullable is not null)
        {
            return default!;
        }

        var wanted = nullable ?? typeof(TValue);
        return Converted(ordinal, value, wanted) is TValue converted ? converted : throw Mismatch(ordinal, wanted.Name);
    }

    public override bool GetBoolean(int ordinal) => GetFieldValue<bool>(ordinal);

    public override byte GetByte(int ordinal) => (byte)Whole(ordinal, byte.MinValue, byte.MaxValue);

    public override short GetInt16(int ordinal) => (short)Whole(ordinal, short.MinValue, short.MaxValue);

    public override int GetInt32(int ordinal) => (int)Whole(ordinal, int.MinValue, int.MaxValue);

    public override long GetInt64(int ordinal) => (long)Whole(ordinal, long.MinValue, long.MaxValue);

    public override decimal GetDecimal(int ordinal) => GetFieldValue<decimal>(ordinal);

    public override double GetDouble(int ordinal) => (double)GetDecimal(ordinal);

    public override float GetFloat(int ordinal) => (float)GetDecimal(ordinal);

    public override string GetString(int ordinal) => GetFieldValue<string>(ordinal);

    public override char GetChar(int ordinal) => GetString(ordinal) is [var only] ? only : throw Mismatch(ordinal, nameof(Char));

    public override DateTime GetDateTime(int ordinal) => GetFieldValue<DateTime>(ordinal);

    public override Guid GetGuid(int ordinal) => Guid.TryParse(GetString(ordinal), out var id) ? id : throw Mismatch(ordinal, nameof(Guid));

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => throw Mismatch(ordinal, "Byte[]");

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length)
    {
        var text = GetString(ordinal);
        if (buffer is null)
        {
            return text.Length;
        }

        ArgumentOutOfRangeException.ThrowIfNegative(dataOffset);
        ArgumentOutOfRangeException.ThrowIfNegative(bufferOffset);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bufferOffset, buffer.Length);
        var count = (int)Math.Clamp(text.Length - dataOffset, 0, Math.Min(length, buffer.Length - bufferOffset));
        text.AsSpan((int)Math.Min(dataOffset, text.Length), count).CopyTo(buffer.AsSpan(bufferOffset));
        return count;
    }

    /// <summary>Apart from the generic method, so that native code has it once.</summary>
    private object? Converted(int ordinal, object value, Type wanted) => value switch
    {
        DateTime time when wanted == typeof(DateOnly) => DateOnly.FromDateTime(time),
        DateTime time when wanted == typeof(DateTimeOffset) => new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)),
        decimal when wanted == typeof(int) => GetInt32(ordinal),
        decimal when wanted == typeof(long) => GetInt64(ordinal),
        decimal when wanted == typeof(short) => GetInt16(ordinal),
        decimal when wanted == typeof(byte) => GetByte(ordinal),
        decimal when wanted == typeof(double) => GetDouble(ordinal),
        decimal when wanted == typeof(float) => GetFloat(ordinal),
        _ => null,
    };

    private decimal Whole(int ordinal, decimal least, decimal most)
    {
        var number = GetDecimal(ordinal);
        return decimal.IsInteger(number) && number >= least && number <= most ? number : throw Mismatch(ordinal, "a whole number of this size");
    }

    /// <summary>Names the column, not the value.</summary>
    private InvalidCastException Mismatch(int ordinal, string wanted) => new(
        $"The value of the column {_columns[ordinal].Name} ({_columns[ordinal].Type.Name}{(IsDBNull(ordinal) ? ", here DBNull" : string.Empty)}) cannot be read as {wanted}.");
}
