"""The whole data set in forms that other programs read: tables, a graph, linked data, a bibliography."""
