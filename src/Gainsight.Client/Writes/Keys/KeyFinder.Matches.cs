namespace Gainsight.Client;

/// <content>The rows that were read, by the keys that were asked for.</content>
internal sealed partial class KeyFinder
{
    /// <summary>Sorts the rows that the tenant returns by the keys asked for.</summary>
    private sealed class Matches
    {
        private readonly IdentifierKeys _keys;
        private readonly WireFormat _format;
        private readonly Field _askedBy;
        private readonly Dictionary<string, List<Row>> _exact = new(StringComparer.Ordinal);
        private readonly Dictionary<string, List<Row>> _folded = new(StringComparer.Ordinal);
        private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
        private readonly HashSet<string> _askedValues = new(StringComparer.Ordinal);
        private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
        private bool _isFiltered = true;
        private bool _lacksGsid;
        private bool _lacksValue;
        private bool _hasValue;

        public Matches(IdentifierKeys keys, WireFormat format, Field askedBy, IEnumerable<GainsightRecord> records)
        {
            _keys = keys;
            _format = format;
            _askedBy = askedBy;
            foreach (var record in records)
            {
                if (keys.ValuesOf(record, format) is { } key)
                {
                    _asked.Add(key);
                    _askedValues.Add(IdentifierKeys.Fold(askedBy, IdentifierKeys.ValueOf(record, askedBy, format)!));
                }
            }
        }

        /// <summary>Whether rows came without what identifies them. A key that was not found may then be in the tenant all the same.</summary>
        public bool HidesRows => _lacksGsid || (_lacksValue && !_hasValue);

        /// <summary>Takes a row of the tenant.</summary>
        /// <param name="row">The row.</param>
        /// <param name="isComplete">Whether all fields asked for were read.</param>
        public void Add(GainsightRecord row, bool isComplete)
        {
            var hasValue = IdentifierKeys.ValueOf(row, _askedBy, _format) is not null;
            _hasValue |= hasValue;
            _lacksValue |= !hasValue;
            _lacksGsid |= row.Gsid is null;
            if (row.Gsid is not { } gsid || _keys.ValuesOf(row, _format) is not { } key)
            {
                return;
            }

            if (_asked.Contains(key))
            {
                Append(_exact, key, new(gsid, row, isComplete));
                _taken.Add(_keys.ValuesOf(row, _format, _askedBy)!);
            }
            else if (_askedValues.Contains(IdentifierKeys.Fold(_askedBy, IdentifierKeys.ValueOf(row, _askedBy, _format)!)))
            {
                Append(_folded, _keys.ValuesOf(row, _format, _askedBy)!, new(gsid, row, isComplete));
            }
            else
            {
                _isFiltered = false;
            }
        }

        /// <summary>The rows that have the record's keys, or null.</summary>
        public List<Row>? For(GainsightRecord record) =>
            _keys.ValuesOf(record, _format) is not { } key ? null
            : _exact.TryGetValue(key, out var exact) ? exact
            : _isFiltered ? _folded.GetValueOrDefault(_keys.ValuesOf(record, _format, _askedBy)!)
            : null;

        /// <summary>Whether another key that was asked for has another spelling of the record's key, and has a row.</summary>
        public bool IsTaken(GainsightRecord record) =>
            _isFiltered && _keys.ValuesOf(record, _format, _askedBy) is { } key && _taken.Contains(key);

        private static void Append(Dictionary<string, List<Row>> map, string key, Row found)
        {
            if (!map.TryGetValue(key, out var rows))
            {
                map[key] = rows = [];
            }

            if (!rows.Exists(known => known.Gsid == found.Gsid))
            {
                rows.Add(found);
            }
        }
    }
}
